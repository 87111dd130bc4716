import type { Expression, SqlBool } from "kysely";
import { idFloor } from "~/lib/id-floor";
import type { Executor } from "~db/schema/executor";

/** Opens or clicks from before a moment that still are somebody's. */
export async function countSeenBefore(
  db: Executor,
  table: "opens" | "clicks",
  workspaceId: string,
  before: number,
  only: Expression<SqlBool>,
): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((e) => e.fn.countAll().as("count"))
    .where("workspace_id", "=", workspaceId)
    .where("delivery_id", ">", "")
    .where("delivery_id", "<", idFloor(before))
    .where("at", "<", before)
    .where(only)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/**
 * Makes up to `limit` opens or clicks from before a moment, of those that `only` lets go, nobody's; the number done. A delivery is older than its opens, so
 * its id bounds the search, and rows that are nobody's already are not looked at again.
 */
export async function unnameSeenBefore(
  db: Executor,
  table: "opens" | "clicks",
  workspaceId: string,
  before: number,
  { limit, only }: { limit: number; only: Expression<SqlBool> },
): Promise<number> {
  const rows = await db
    .selectFrom(table)
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("delivery_id", ">", "")
    .where("delivery_id", "<", idFloor(before))
    .where("at", "<", before)
    .where(only)
    .orderBy("delivery_id")
    .limit(limit)
    .execute();
  if (rows.length === 0) return 0;
  await db
    .updateTable(table)
    .set({ delivery_id: "", user_agent: "" })
    .where("workspace_id", "=", workspaceId)
    .where(
      "id",
      "in",
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.length;
}
