import type { Executor } from "~db/schema/executor";

/** Removes up to `limit` visits of a page from before a moment; true when there may be more. */
export async function deleteVisitsBefore(
  db: Executor,
  workspaceId: string,
  pageId: string,
  before: number,
  limit: number,
): Promise<boolean> {
  const rows = await db
    .selectFrom("visits")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", "<", before)
    .orderBy("at")
    .limit(limit)
    .execute();
  if (rows.length === 0) return false;
  const ids = rows.map(({ id }) => id);
  await db.deleteFrom("visits").where("workspace_id", "=", workspaceId).where("id", "in", ids).execute();
  return rows.length === limit;
}

export const deleteConversionsBefore = (db: Executor, workspaceId: string, pageId: string, before: number) =>
  db
    .deleteFrom("conversions")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", "<", before)
    .execute();
