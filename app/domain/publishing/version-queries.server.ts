import type { Executor } from "~db/schema/executor";

/** What was public under these ids: of which page, and since when. */
export async function selectVersionFacts(db: Executor, workspaceId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("page_versions")
    .select(["id", "page_id", "number", "title", "path", "published_at"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...ids])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    pageId: row.page_id,
    number: row.number,
    title: row.title,
    path: row.path,
    publishedAt: row.published_at,
  }));
}
