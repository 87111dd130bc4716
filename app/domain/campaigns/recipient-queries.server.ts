import type { Executor } from "~db/schema/executor";

/** Rows of a lead that was erased name nobody any more. What was not sent yet finds no address and is left out. */
export async function anonymiseDeliveries(db: Executor, workspaceId: string, leadId: string): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ lead_id: "", email: "", address_hash: "", detail: "" })
    .where("workspace_id", "=", workspaceId)
    .where("lead_id", "=", leadId)
    .execute();
}
