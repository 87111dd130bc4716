import type { Expression, Insertable, Selectable, SqlBool } from "kysely";
import { idFloor } from "~/lib/id-floor";
import { insertRows } from "~db/dialects/sql/insert-rows";
import { unindexed } from "~db/dialects/sql/unindexed";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { LeadDownload, LeadFile } from "./lead-file";

export type NewLeadFileRow = Insertable<Database["lead_files"]>;

const toLeadFile = (row: Selectable<Database["lead_files"]>): LeadFile => ({
  id: row.id,
  leadId: row.lead_id,
  submissionId: row.submission_id,
  field: row.field,
  name: row.name,
  contentType: row.content_type,
  size: row.size,
  createdAt: row.created_at,
});

export const insertLeadFiles = (db: Executor, rows: readonly NewLeadFileRow[]) =>
  insertRows(db, "lead_files", rows);

export async function listLeadFileRows(
  db: Executor,
  workspaceId: string,
  leadId: string,
  limit: number,
): Promise<LeadFile[]> {
  const rows = await db
    .selectFrom("lead_files")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("lead_id", "=", leadId)
    .orderBy(unindexed("id"), "desc")
    .limit(limit)
    .execute();
  return rows.map(toLeadFile);
}

export async function findLeadFileRow(
  db: Executor,
  workspaceId: string,
  fileId: string,
): Promise<LeadFile | undefined> {
  const row = await db
    .selectFrom("lead_files")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", fileId)
    .executeTakeFirst();
  return row && toLeadFile(row);
}

/** Of these files those that belong to a submission. */
export async function knownFileIds(
  db: Executor,
  workspaceId: string,
  fileIds: readonly string[],
): Promise<Set<string>> {
  if (fileIds.length === 0) return new Set();
  const rows = await db
    .selectFrom("lead_files")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...fileIds])
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** An accepted submission brings its files to the lead it became part of. */
export async function moveLeadFiles(
  db: Executor,
  workspaceId: string,
  submissionId: string,
  leadId: string,
): Promise<void> {
  for (const table of ["lead_files", "lead_downloads"] as const) {
    await db
      .updateTable(table)
      .set({ lead_id: leadId })
      .where("workspace_id", "=", workspaceId)
      .where("submission_id", "=", submissionId)
      .execute();
  }
}

export async function deleteLeadFileRows(
  db: Executor,
  workspaceId: string,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  await db
    .deleteFrom("lead_files")
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...fileIds])
    .execute();
}

/** Files whose submission is gone. */
export const listOrphanFileRows = (db: Executor, workspaceId: string, limit: number) =>
  db
    .selectFrom("lead_files")
    .leftJoin("submissions", (join) =>
      join
        .onRef("submissions.workspace_id", "=", "lead_files.workspace_id")
        .onRef("submissions.id", "=", "lead_files.submission_id"),
    )
    .select("lead_files.id as id")
    .where("lead_files.workspace_id", "=", workspaceId)
    .where("submissions.id", "is", null)
    .limit(limit)
    .execute();

export const insertDownload = (db: Executor, row: Insertable<Database["lead_downloads"]>) =>
  db.insertInto("lead_downloads").values(row).execute();

export async function listDownloadRows(
  db: Executor,
  workspaceId: string,
  leadId: string,
  limit: number,
): Promise<LeadDownload[]> {
  const rows = await db
    .selectFrom("lead_downloads")
    .select(["id", "submission_id", "file_id", "name", "machine", "created_at"])
    .where("workspace_id", "=", workspaceId)
    .where("lead_id", "=", leadId)
    .orderBy(unindexed("id"), "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    submissionId: row.submission_id,
    fileId: row.file_id,
    name: row.name,
    machine: row.machine === 1,
    createdAt: row.created_at,
  }));
}

/** Ids are made with their rows, or some moments before: rows from before a moment lie below. */
const idBound = (before: number): string => idFloor(before + 86_400_000);

interface OldRows {
  after: string;
  limit: number;
  only: Expression<SqlBool>;
}

/** What people fetched before a moment, of what a test lets go, in the order of the ids. */
export const listOldDownloads = (
  db: Executor,
  workspaceId: string,
  before: number,
  { after, limit, only }: OldRows,
): Promise<{ id: string; lead_id: string; machine: number; created_at: number }[]> =>
  db
    .selectFrom("lead_downloads")
    .select(["id", "lead_id", "machine", "created_at"])
    .where("workspace_id", "=", workspaceId)
    .where("id", ">", after)
    .where("id", "<", idBound(before))
    .where("created_at", "<", before)
    .where(only)
    .orderBy("id")
    .limit(limit)
    .execute();

export async function deleteDownloadRows(
  db: Executor,
  workspaceId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .deleteFrom("lead_downloads")
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...ids])
    .execute();
}

/** Files from before a moment, of those that a test lets go, in the order of the ids. */
export async function listOldFileIds(
  db: Executor,
  workspaceId: string,
  before: number,
  { after, limit, only }: OldRows,
): Promise<string[]> {
  const rows = await db
    .selectFrom("lead_files")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("id", ">", after)
    .where("id", "<", idBound(before))
    .where("created_at", "<", before)
    .where(only)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
