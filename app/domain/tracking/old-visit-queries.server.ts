import type { Executor } from "~db/schema/executor";

/** Removes up to `limit` visits of a page from before a moment; the number removed. */
export async function deleteVisitsBefore(
  db: Executor,
  workspaceId: string,
  pageId: string,
  before: number,
  limit: number,
): Promise<number> {
  const rows = await db
    .selectFrom("visits")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", "<", before)
    .orderBy("at")
    .limit(limit)
    .execute();
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await db.deleteFrom("visits").where("workspace_id", "=", workspaceId).where("id", "in", ids).execute();
  return rows.length;
}

export async function deleteConversionsBefore(
  db: Executor,
  workspaceId: string,
  pageId: string,
  before: number,
): Promise<number> {
  const deleted = await db
    .deleteFrom("conversions")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", "<", before)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
