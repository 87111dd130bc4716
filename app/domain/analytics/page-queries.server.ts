import type { Executor } from "~db/schema/executor";

/** Pages of a workspace but for variants, whose views count for the page. */
export async function listPageIds(
  db: Executor,
  workspaceId: string,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom("pages")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("variant_of", "=", "")
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}
