import type { Selectable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { Order, OrderState } from "./order";

const toOrder = (row: Selectable<Database["billing_orders"]>): Order => ({
  workspaceId: row.workspace_id,
  id: row.id,
  customerId: row.customer_id,
  sessionId: row.session_id,
  orderedBy: row.ordered_by,
  payerEmail: row.payer_email,
  payerName: row.payer_name,
  plan: {
    priceId: row.price_id,
    name: row.plan_name,
    amount: row.amount,
    currency: row.currency,
    every: row.every,
  },
  agreedWords: row.agreed_words,
  agreedAt: row.agreed_at,
  state: row.state as OrderState,
  paidAt: row.paid_at ?? undefined,
  createdAt: row.created_at,
});

export async function insertOrder(db: Executor, order: Order): Promise<void> {
  await db
    .insertInto("billing_orders")
    .values({
      workspace_id: order.workspaceId,
      id: order.id,
      customer_id: order.customerId,
      session_id: order.sessionId,
      ordered_by: order.orderedBy,
      payer_email: order.payerEmail,
      payer_name: order.payerName,
      price_id: order.plan.priceId,
      plan_name: order.plan.name,
      amount: order.plan.amount,
      currency: order.plan.currency,
      every: order.plan.every,
      agreed_words: order.agreedWords,
      agreed_at: order.agreedAt,
      state: order.state,
      paid_at: null,
      created_at: order.createdAt,
    })
    .execute();
}

export async function listOrderRows(db: Executor, workspaceId: string, state?: OrderState): Promise<Order[]> {
  const rows = await db
    .selectFrom("billing_orders")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .$if(state !== undefined, (query) => query.where("state", "=", state ?? ""))
    .orderBy("id", "desc")
    .limit(100)
    .execute();
  return rows.map(toOrder);
}

/** Compare-and-set: false when it was settled already. */
export async function settleOrder(
  db: Executor,
  order: Pick<Order, "workspaceId" | "id">,
  settled: { state: OrderState; paidAt: number | undefined },
): Promise<boolean> {
  const updated = await db
    .updateTable("billing_orders")
    .set({ state: settled.state, paid_at: settled.paidAt ?? null })
    .where("workspace_id", "=", order.workspaceId)
    .where("id", "=", order.id)
    .where("state", "=", "started")
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

/** False when the order was settled meanwhile: its page must not be paid. */
export async function nameSession(
  db: Executor,
  order: Pick<Order, "workspaceId" | "id">,
  sessionId: string,
): Promise<boolean> {
  const updated = await db
    .updateTable("billing_orders")
    .set({ session_id: sessionId })
    .where("workspace_id", "=", order.workspaceId)
    .where("id", "=", order.id)
    .where("state", "=", "started")
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}
