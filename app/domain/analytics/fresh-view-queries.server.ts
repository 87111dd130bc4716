import { sql } from "kysely";
import { capabilitiesOf } from "~db/dialects/sql/capabilities";
import type { Executor } from "~db/schema/executor";
import { type Span, traitColumns, traitsOf } from "./fact-queries.server";
import { dayMs } from "./read-facts.server";
import type { ViewGroup } from "./tally";

interface Page {
  workspaceId: string;
  pageId: string;
}

const minuteMs = 60_000;

/** Where a stretch of about `views` views ends that begins with a span; the whole span where there are fewer. */
export async function findStretchEnd(
  db: Executor,
  { workspaceId, pageId }: Page,
  { from, to }: Span,
  views: number,
): Promise<number> {
  const next = await db
    .selectFrom("visits")
    .select("at")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", ">=", from)
    .where("at", "<", to)
    .orderBy("at")
    .offset(views)
    .limit(1)
    .executeTakeFirst();
  if (!next) return to;
  // So many in one millisecond cannot be told apart by time: they are counted together.
  return Math.max(next.at, from + 1);
}

/** Whether anybody was there in a span. */
export async function hasViews(
  db: Executor,
  { workspaceId, pageId }: Page,
  { from, to }: Span,
): Promise<boolean> {
  const any = await db
    .selectFrom("visits")
    .select("at")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", ">=", from)
    .where("at", "<", to)
    .limit(1)
    .executeTakeFirst();
  return any !== undefined;
}

/** Notes whose first view of the day lies in a span. Keys last a day of UTC. */
export async function insertFirstViews(
  db: Executor,
  { workspaceId, pageId }: Page,
  { from, to }: Span,
): Promise<void> {
  const day = sql<number>`at - at % ${sql.lit(dayMs)}`;
  const first = db
    .selectFrom("visits")
    .select(["workspace_id", "page_id", day.as("day"), "visitor_key", "id"])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", ">=", from)
    .where("at", "<", to)
    .where("is_bot", "=", 0)
    .orderBy("visitor_key")
    .orderBy("at")
    .orderBy("id");
  const insert = db
    .insertInto("day_visitors")
    .columns(["workspace_id", "page_id", "day", "visitor_key", "visit_id"])
    .expression(first);
  const { onConflict } = capabilitiesOf(db);
  await (onConflict ? insert.onConflict((conflict) => conflict.doNothing()) : insert.ignore()).execute();
}

/** Views of a span added up by minute and by what they have in common; their first views must be noted. */
export async function selectViewGroups(
  db: Executor,
  { workspaceId, pageId }: Page,
  { from, to }: Span,
): Promise<ViewGroup[]> {
  const minute = sql<number>`visits.at - visits.at % ${sql.lit(minuteMs)}`;
  const day = sql<number>`visits.at - visits.at % ${sql.lit(dayMs)}`;
  const rows = await db
    .selectFrom("visits")
    .leftJoin("day_visitors", (join) =>
      join
        .onRef("day_visitors.workspace_id", "=", "visits.workspace_id")
        .onRef("day_visitors.page_id", "=", "visits.page_id")
        .on("day_visitors.day", "=", day)
        .onRef("day_visitors.visitor_key", "=", "visits.visitor_key")
        .onRef("day_visitors.visit_id", "=", "visits.id"),
    )
    .select(traitColumns.map((column) => `visits.${column}` as const))
    .select((e) => [
      minute.as("minute"),
      e.fn.countAll<number>().as("views"),
      e.fn.count<number>("day_visitors.visit_id").as("visitors"),
    ])
    .where("visits.workspace_id", "=", workspaceId)
    .where("visits.page_id", "=", pageId)
    .where("visits.at", ">=", from)
    .where("visits.at", "<", to)
    .groupBy([minute, ...traitColumns.map((column) => `visits.${column}` as const)])
    .execute();
  return rows.map((row) => ({
    ...traitsOf(row),
    at: Number(row.minute),
    views: Number(row.views),
    visitors: Number(row.visitors),
  }));
}
