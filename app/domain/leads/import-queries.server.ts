import type { Selectable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { ImportOptions, ImportProblem, ImportState, LeadImport } from "./lead-import";

const toImport = (row: Selectable<Database["lead_imports"]>): LeadImport => ({
  id: row.id,
  state: row.state as ImportState,
  file: row.file,
  rowsTotal: row.rows_total,
  rowsDone: row.rows_done,
  created: row.created,
  merged: row.merged,
  rejected: row.rejected,
  suppressed: row.suppressed,
  problems: JSON.parse(row.problems) as ImportProblem[],
  createdAt: row.created_at,
  finishedAt: row.finished_at ?? undefined,
});

export const insertImport = (
  db: Executor,
  workspaceId: string,
  row: {
    id: string;
    state: "draft" | "queued";
    file: string;
    options: ImportOptions;
    rowsTotal: number;
    now: number;
  },
) =>
  db
    .insertInto("lead_imports")
    .values({
      workspace_id: workspaceId,
      id: row.id,
      state: row.state,
      file: row.file,
      options: JSON.stringify(row.options),
      rows_total: row.rowsTotal,
      rows_done: 0,
      created: 0,
      merged: 0,
      rejected: 0,
      suppressed: 0,
      problems: "[]",
      created_at: row.now,
      finished_at: null,
    })
    .execute();

export async function findImportRow(
  db: Executor,
  workspaceId: string,
  importId: string,
): Promise<(LeadImport & { options: ImportOptions }) | undefined> {
  const row = await db
    .selectFrom("lead_imports")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", importId)
    .executeTakeFirst();
  return row && { ...toImport(row), options: JSON.parse(row.options) as ImportOptions };
}

export async function listImportRows(
  db: Executor,
  workspaceId: string,
  page: { before: string; limit: number },
): Promise<LeadImport[]> {
  let query = db.selectFrom("lead_imports").selectAll().where("workspace_id", "=", workspaceId);
  if (page.before) query = query.where("id", "<", page.before);
  return (await query.orderBy("id", "desc").limit(page.limit).execute()).map(toImport);
}

/** A draft with what its columns hold waits for its turn; false where it is none any more. */
export async function queueDraft(
  db: Executor,
  workspaceId: string,
  importId: string,
  options: ImportOptions,
): Promise<boolean> {
  const updated = await db
    .updateTable("lead_imports")
    .set({ state: "queued", options: JSON.stringify(options) })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", importId)
    .where("state", "=", "draft")
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

export async function deleteDraft(db: Executor, workspaceId: string, importId: string): Promise<boolean> {
  const deleted = await db
    .deleteFrom("lead_imports")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", importId)
    .where("state", "=", "draft")
    .executeTakeFirst();
  return Number(deleted.numDeletedRows) > 0;
}

/** Compare-and-set on the rows done, so that a batch counts once. */
export async function advanceImport(
  db: Executor,
  workspaceId: string,
  from: { id: string; rowsDone: number },
  to: Pick<
    LeadImport,
    "rowsTotal" | "state" | "rowsDone" | "created" | "merged" | "rejected" | "suppressed" | "problems"
  > & {
    finishedAt: number | null;
  },
): Promise<boolean> {
  const updated = await db
    .updateTable("lead_imports")
    .set({
      state: to.state,
      rows_total: to.rowsTotal,
      rows_done: to.rowsDone,
      created: to.created,
      merged: to.merged,
      rejected: to.rejected,
      suppressed: to.suppressed,
      problems: JSON.stringify(to.problems),
      finished_at: to.finishedAt,
    })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", from.id)
    .where("rows_done", "=", from.rowsDone)
    .where("state", "in", ["queued", "running"])
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}
