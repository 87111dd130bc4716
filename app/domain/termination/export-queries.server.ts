import type { Selectable, Updateable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { Export, ExportState } from "./export";

const toExport = (row: Selectable<Database["exports"]>): Export => ({
  id: row.id,
  workspaceId: row.workspace_id,
  state: row.state as ExportState,
  rowsTotal: row.rows_total,
  rowsDone: row.rows_done,
  file: row.file,
  size: row.size,
  sha256: row.sha256,
  error: row.error,
  createdAt: row.created_at,
  finishedAt: row.finished_at ?? undefined,
  expiresAt: row.expires_at ?? undefined,
});

export const insertExport = (
  db: Executor,
  row: { workspaceId: string; id: string; requestedBy: string; at: number },
) =>
  db
    .insertInto("exports")
    .values({
      workspace_id: row.workspaceId,
      id: row.id,
      state: "queued",
      rows_total: 0,
      rows_done: 0,
      file: "",
      size: 0,
      sha256: "",
      error: "",
      requested_by: row.requestedBy,
      created_at: row.at,
      finished_at: null,
      expires_at: null,
    })
    .execute();

export async function findExportRow(
  db: Executor,
  workspaceId: string,
  id: string,
): Promise<Export | undefined> {
  const row = await db
    .selectFrom("exports")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toExport(row);
}

/** Newest first. */
export async function listExportRows(db: Executor, workspaceId: string, limit: number): Promise<Export[]> {
  const rows = await db
    .selectFrom("exports")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(toExport);
}

export const updateExport = (
  db: Executor,
  workspaceId: string,
  id: string,
  changes: Updateable<Database["exports"]>,
) =>
  db
    .updateTable("exports")
    .set(changes)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();

/** Archives of all workspaces whose week is over. */
export async function listExpiredExports(db: Executor, now: number, limit: number): Promise<Export[]> {
  const rows = await db
    .selectFrom("exports")
    .selectAll()
    .where("state", "=", "done")
    .where("expires_at", "<", now)
    .limit(limit)
    .execute();
  return rows.map(toExport);
}
