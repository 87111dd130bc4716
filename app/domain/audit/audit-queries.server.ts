import type { Selectable } from "kysely";
import { idFloor } from "~/lib/id-floor";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";

export type AuditRow = Selectable<Database["audit_entries"]>;

export async function insertAudit(
  db: Executor,
  row: AuditRow,
  detail?: { subject_id: string; detail: string; salt: string },
): Promise<void> {
  await db.insertInto("audit_entries").values(row).execute();
  if (!detail) return;
  await db
    .insertInto("audit_details")
    .values({ workspace_id: row.workspace_id, entry_id: row.id, ...detail })
    .execute();
}

/** Removes up to `limit` details of entries from before a moment; the number removed. */
export async function deleteDetailsBefore(
  db: Executor,
  workspaceId: string,
  before: number,
  limit: number,
): Promise<number> {
  const rows = await db
    .selectFrom("audit_details")
    .select("entry_id")
    .where("workspace_id", "=", workspaceId)
    .where("entry_id", "<", idFloor(before))
    .limit(limit)
    .execute();
  const ids = rows.map((row) => row.entry_id);
  if (ids.length > 0)
    await db
      .deleteFrom("audit_details")
      .where("workspace_id", "=", workspaceId)
      .where("entry_id", "in", ids)
      .execute();
  return ids.length;
}

export const listUnsealed = (db: Executor, limit: number): Promise<AuditRow[]> =>
  db
    .selectFrom("audit_entries")
    .selectAll()
    .where("sequence", "is", null)
    .where("segment", "=", "")
    .orderBy("id")
    .limit(limit)
    .execute();

export const findHead = (db: Executor, workspaceId: string) =>
  db
    .selectFrom("audit_entries")
    .select(["sequence", "hash"])
    .where("workspace_id", "=", workspaceId)
    .where("sequence", "is not", null)
    .where("segment", "=", "")
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();

export const sealRow = (
  db: Executor,
  row: { workspaceId: string; id: string; sequence: number; previousHash: string; hash: string },
) =>
  db
    .updateTable("audit_entries")
    .set({ sequence: row.sequence, previous_hash: row.previousHash, hash: row.hash })
    .where("workspace_id", "=", row.workspaceId)
    .where("id", "=", row.id)
    .where("sequence", "is", null)
    .execute();

export const listSealed = (
  db: Executor,
  workspaceId: string,
  after: number,
  limit: number,
): Promise<AuditRow[]> =>
  db
    .selectFrom("audit_entries")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("segment", "=", "")
    .where("sequence", ">", after)
    .orderBy("sequence")
    .limit(limit)
    .execute();

export const listChainedWorkspaces = async (db: Executor): Promise<string[]> => {
  const rows = await db
    .selectFrom("audit_entries")
    .select("workspace_id")
    .distinct()
    .limit(100_000)
    .execute();
  return rows.map((row) => row.workspace_id);
};

export const findDetail = (db: Executor, workspaceId: string, entryId: string) =>
  db
    .selectFrom("audit_details")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("entry_id", "=", entryId)
    .executeTakeFirst();

export async function listAuditEntries(
  db: Executor,
  workspaceId: string,
  page: { before?: string; limit: number },
) {
  let query = db
    .selectFrom("audit_entries as entry")
    .leftJoin("audit_details as detail", (join) =>
      join.onRef("detail.workspace_id", "=", "entry.workspace_id").onRef("detail.entry_id", "=", "entry.id"),
    )
    .selectAll("entry")
    .select("detail.detail")
    .where("entry.workspace_id", "=", workspaceId)
    .orderBy("entry.id", "desc")
    .limit(page.limit);
  if (page.before) query = query.where("entry.id", "<", page.before);
  return query.execute();
}

export const insertHead = (
  db: Executor,
  head: {
    workspace_id: string;
    day: string;
    sequence: number;
    hash: string;
    signature: string;
    signed_at: number;
  },
) => db.insertInto("audit_heads").values(head).execute();

export const listHeads = (db: Executor, workspaceId: string) =>
  db
    .selectFrom("audit_heads")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("day")
    .limit(10_000)
    .execute();
