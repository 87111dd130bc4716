import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import type { StripeEvent } from "./stripe-event";

/** False when this event came before. */
export const insertStripeEvent = (db: Executor, event: StripeEvent, at: number): Promise<boolean> =>
  insertIfAbsent(db, "billing_events", {
    event_id: event.id,
    type: event.type,
    customer_id: event.about.kind === "customer" ? event.about.customerId : "",
    happened_at: event.happenedAt,
    created_at: at,
  });

export async function deleteEventsBefore(db: Executor, before: number): Promise<void> {
  await db.deleteFrom("billing_events").where("created_at", "<", before).execute();
}

const atOnce = 1000;

/** Records of payments of workspaces that have no row any more, some of each at a time. */
export async function deleteRecordsOfDeleted(db: Executor, before: number): Promise<number> {
  let deleted = 0;
  for (const table of ["billing_orders", "billing_invoices"] as const) {
    const rows = await db
      .selectFrom(table)
      .select(["workspace_id", "id"])
      .where("created_at", "<", before)
      .where("workspace_id", "not in", (inner) => inner.selectFrom("workspaces").select("id"))
      .limit(atOnce)
      .execute();
    for (const { workspace_id, id } of rows) {
      const gone =
        table === "billing_orders"
          ? db.deleteFrom("billing_orders").where("workspace_id", "=", workspace_id).where("id", "=", id)
          : db.deleteFrom("billing_invoices").where("workspace_id", "=", workspace_id).where("id", "=", id);
      deleted += Number((await gone.executeTakeFirst()).numDeletedRows);
    }
  }
  return deleted;
}
