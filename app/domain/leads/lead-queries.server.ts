import type { Executor } from "~db/schema/executor";
import type { Lead } from "./lead";
import { toLead } from "./lead-row";

export { isDuplicateKey } from "~db/dialects/sql/errors";

export async function findLeadRow(
  db: Executor,
  workspaceId: string,
  leadId: string,
): Promise<Lead | undefined> {
  const row = await db
    .selectFrom("leads")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", leadId)
    .executeTakeFirst();
  return row && toLead(row);
}

export async function listLeadRows(
  db: Executor,
  workspaceId: string,
  leadIds: readonly string[],
): Promise<Lead[]> {
  if (leadIds.length === 0) return [];
  const rows = await db
    .selectFrom("leads")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...leadIds])
    .execute();
  return rows.map(toLead);
}

export async function listLeadRowsOfAddresses(
  db: Executor,
  workspaceId: string,
  addressHashes: readonly string[],
): Promise<Lead[]> {
  if (addressHashes.length === 0) return [];
  const rows = await db
    .selectFrom("leads")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "in", [...addressHashes])
    .execute();
  return rows.map(toLead);
}

/** The first statement of a transaction that decides about them: nothing of theirs is committed between its reads and its end. */
export async function lockLeadRows(
  db: Executor,
  workspaceId: string,
  leadIds: readonly string[],
): Promise<void> {
  if (leadIds.length === 0) return;
  await db
    .updateTable("leads")
    .set((e) => ({ revision: e("revision", "+", 1) }))
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...leadIds].sort())
    .execute();
}

export interface LeadChanges {
  email: string;
  email_key: string;
  address_hash: string;
  name: string;
  fields: string;
  field_sources: string;
  search_text: string;
  updated_at: number;
}

/** Compare-and-set on the revision; false when somebody else was faster. */
export async function changeLeadRow(
  db: Executor,
  workspaceId: string,
  lead: { id: string; revision: number },
  changes: LeadChanges,
): Promise<boolean> {
  const updated = await db
    .updateTable("leads")
    .set({ ...changes, revision: lead.revision + 1 })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", lead.id)
    .where("revision", "=", lead.revision)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

/** Never back to an earlier moment. */
export const raiseLastHeard = (db: Executor, workspaceId: string, leadId: string, at: number) =>
  db
    .updateTable("leads")
    .set({ last_heard_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", leadId)
    .where((e) => e.or([e("last_heard_at", "is", null), e("last_heard_at", "<", at)]))
    .execute();

/** The lead with its submissions and merges. */
export async function deleteLeadRows(db: Executor, workspaceId: string, leadId: string): Promise<void> {
  for (const table of ["submissions", "lead_merges"] as const) {
    await db
      .deleteFrom(table)
      .where("workspace_id", "=", workspaceId)
      .where("lead_id", "=", leadId)
      .execute();
  }
  await db.deleteFrom("leads").where("workspace_id", "=", workspaceId).where("id", "=", leadId).execute();
}

export async function countLeadRows(db: Executor, workspaceId: string): Promise<number> {
  const row = await db
    .selectFrom("leads")
    .select((e) => e.fn.countAll().as("count"))
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Leads made since a moment; for the home screen. */
export async function countLeadRowsSince(
  db: Executor,
  workspaceId: string,
  sinceId: string,
): Promise<number> {
  const row = await db
    .selectFrom("leads")
    .select((e) => e.fn.countAll().as("count"))
    .where("workspace_id", "=", workspaceId)
    .where("id", ">=", sinceId)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
