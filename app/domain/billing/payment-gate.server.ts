import type { Deps } from "../deps";
import type { Gate } from "../mail/gate";
import { type Agreement, paymentStanding } from "./agreement";
import { listAgreementsOf } from "./agreement-queries.server";

/** No campaign leaves from a workspace whose payments are overdue. Pages, forms and export are not asked. */
export const paymentGate = (deps: Pick<Deps, "clock" | "config">): Gate => ({
  name: "payment",
  async decide(tx, messages) {
    if (!deps.config.billing) return messages.map(() => "allow" as const);
    const found = await listAgreementsOf(tx, [...new Set(messages.map(({ workspaceId }) => workspaceId))]);
    const byWorkspace = new Map<string, Agreement[]>();
    for (const each of found)
      byWorkspace.set(each.workspaceId, [...(byWorkspace.get(each.workspaceId) ?? []), each]);
    const now = deps.clock.now();
    return messages.map(({ workspaceId }) =>
      paymentStanding(byWorkspace.get(workspaceId) ?? [], now).kind === "overdue"
        ? { exclude: "payment_overdue" }
        : "allow",
    );
  },
});
