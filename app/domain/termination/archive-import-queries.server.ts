import type { Selectable, Updateable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { ArchiveImport, ArchiveImportState } from "./archive-import";

const toArchiveImport = (row: Selectable<Database["archive_imports"]>): ArchiveImport => ({
  id: row.id,
  workspaceId: row.workspace_id,
  state: row.state as ArchiveImportState,
  name: row.name,
  serve: row.serve === 1,
  rowsTotal: row.rows_total,
  rowsDone: row.rows_done,
  rowsTaken: row.rows_taken,
  pictures: row.pictures,
  notes: JSON.parse(row.notes) as string[],
  error: row.error,
  requestedBy: row.requested_by,
  createdAt: row.created_at,
});

export const insertArchiveImport = (
  db: Executor,
  row: Pick<ArchiveImport, "workspaceId" | "id" | "name" | "serve" | "requestedBy" | "createdAt">,
) =>
  db
    .insertInto("archive_imports")
    .values({
      workspace_id: row.workspaceId,
      id: row.id,
      state: "queued",
      name: row.name,
      serve: row.serve ? 1 : 0,
      rows_total: 0,
      rows_done: 0,
      rows_taken: 0,
      pictures: 0,
      notes: "[]",
      error: "",
      requested_by: row.requestedBy,
      created_at: row.createdAt,
      finished_at: null,
    })
    .execute();

export async function findLatestImport(
  db: Executor,
  workspaceId: string,
): Promise<ArchiveImport | undefined> {
  const row = await db
    .selectFrom("archive_imports")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && toArchiveImport(row);
}

export async function findImportRow(
  db: Executor,
  workspaceId: string,
  id: string,
): Promise<ArchiveImport | undefined> {
  const row = await db
    .selectFrom("archive_imports")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toArchiveImport(row);
}

export const updateArchiveImport = (
  db: Executor,
  { workspaceId, id }: Pick<ArchiveImport, "workspaceId" | "id">,
  changes: Updateable<Database["archive_imports"]>,
) =>
  db
    .updateTable("archive_imports")
    .set(changes)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
