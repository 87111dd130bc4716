import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { listOrderRows, settleOrder } from "./order-queries.server";
import { askStripe, unlessMissing } from "./stripe-client.server";

const underWay = () =>
  new DomainError(
    "conflict",
    "order_under_way",
    "An earlier order is being paid; a debit from an account can take days. Nothing else was ordered. Letters tell how it went.",
  );

export const expirePage = (deps: Deps, sessionId: string) =>
  askStripe(deps, (stripe) => unlessMissing(stripe.checkout.sessions.expire(sessionId)));

/** A page of payment that was left open must not be paid beside the new one. */
export async function closeEarlierOrders(deps: Deps, workspaceId: string): Promise<void> {
  for (const order of await listOrderRows(deps.db, workspaceId, "started")) {
    if (order.sessionId) {
      const { sessionId } = order;
      const session = await askStripe(deps, (stripe) =>
        unlessMissing(stripe.checkout.sessions.retrieve(sessionId)),
      );
      if (session?.status === "complete") throw underWay();
      if (session?.status === "open") await expirePage(deps, sessionId);
    }
    await settleOrder(deps.db, order, { state: "expired", paidAt: undefined });
  }
}
