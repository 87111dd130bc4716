import type { Expression, SqlBool } from "kysely";
import type { Executor } from "~db/schema/executor";

/** What to look for: from before a moment, of those that a test lets go. */
export interface OldVisits {
  before: number;
  /** Of visits; conversions are nobody's anyway. */
  only: Expression<SqlBool>;
}

/** Removes up to `limit` visits of a page from before a moment; the number removed. */
export async function deleteVisitsBefore(
  db: Executor,
  workspaceId: string,
  pageId: string,
  { before, only }: OldVisits,
  limit: number,
): Promise<number> {
  const rows = await db
    .selectFrom("visits")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", "<", before)
    .where(only)
    .orderBy("at")
    .limit(limit)
    .execute();
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await db.deleteFrom("visits").where("workspace_id", "=", workspaceId).where("id", "in", ids).execute();
  return rows.length;
}

/** The same of conversions. */
export async function deleteConversionsBefore(
  db: Executor,
  workspaceId: string,
  pageId: string,
  { before }: OldVisits,
  limit: number,
): Promise<number> {
  const rows = await db
    .selectFrom("conversions")
    .select(["page_version_id", "visitor_key"])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", "<", before)
    .orderBy("at")
    .limit(limit)
    .execute();
  for (const versionId of new Set(rows.map((row) => row.page_version_id))) {
    const own = rows.filter((row) => row.page_version_id === versionId);
    await db
      .deleteFrom("conversions")
      .where("workspace_id", "=", workspaceId)
      .where("page_version_id", "=", versionId)
      .where(
        "visitor_key",
        "in",
        own.map((row) => row.visitor_key),
      )
      .execute();
  }
  return rows.length;
}

export async function countRecordedBefore(
  db: Executor,
  table: "visits" | "conversions",
  workspaceId: string,
  pageId: string,
  { before, only }: OldVisits,
): Promise<number> {
  let query = db
    .selectFrom(table)
    .select((e) => e.fn.countAll().as("count"))
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", "<", before);
  if (table === "visits") query = query.where(only);
  const row = await query.executeTakeFirst();
  return Number(row?.count ?? 0);
}
