import { sql } from "kysely";
import type { Executor } from "~db/schema/executor";
import { slotOf } from "./figures";

export interface VersionCount {
  versionId: string;
  views: number;
  visitors: number;
  conversions: number;
  formStarts: number;
}

const dayMs = 86_400_000;
/** From here on a time has thirteen digits. */
const earliest = 1_000_000_000_000;

/**
 * Figures of a page by version. A visitor counts for the version of the day's first view alone, so that nobody is
 * counted on two sides.
 */
export async function countByVersion(
  db: Executor,
  workspaceId: string,
  pageId: string,
  { from, to }: { from: number; to: number },
): Promise<VersionCount[]> {
  const day = sql<number>`(at - (at % ${sql.lit(dayMs)}))`;
  const views = await db
    .selectFrom("visits")
    .select([
      "page_version_id",
      sql<number>`count(*)`.as("views"),
      sql<number>`sum(form_started)`.as("form_starts"),
    ])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", ">=", from)
    .where("at", "<", to)
    .where("is_bot", "=", 0)
    .groupBy("page_version_id")
    .execute();
  // The version travels behind the time, thirteen digits, so that the earliest view brings its version along.
  const first = db
    .selectFrom("visits")
    .select(sql<string>`min(concat(at, page_version_id))`.as("first_view"))
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", ">=", from - (from % dayMs))
    .where("at", "<", to)
    .where("is_bot", "=", 0)
    .groupBy(["visitor_key", day])
    .as("arrived");
  const version = sql<string>`substr(first_view, 14)`;
  const visitors = await db
    .selectFrom(first)
    .select([version.as("version_id"), sql<number>`count(*)`.as("visitors")])
    .where("first_view", ">=", String(Math.max(from, earliest)))
    .groupBy(version)
    .execute();
  const conversions = await db
    .selectFrom("conversions")
    .select(["page_version_id", sql<number>`count(*)`.as("conversions")])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", ">=", slotOf(from))
    .where("at", "<", to)
    .groupBy("page_version_id")
    .execute();
  const found = new Map<string, VersionCount>();
  const of = (versionId: string): VersionCount => {
    const known = found.get(versionId) ?? { versionId, views: 0, visitors: 0, conversions: 0, formStarts: 0 };
    found.set(versionId, known);
    return known;
  };
  for (const row of views)
    Object.assign(of(row.page_version_id), { views: Number(row.views), formStarts: Number(row.form_starts) });
  for (const row of visitors) Object.assign(of(row.version_id), { visitors: Number(row.visitors) });
  for (const row of conversions)
    Object.assign(of(row.page_version_id), { conversions: Number(row.conversions) });
  return [...found.values()];
}

export async function countLeadsByVersion(
  db: Executor,
  workspaceId: string,
  pageId: string,
  { from, to }: { from: number; to: number },
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("submissions")
    .select((e) => ["page_version_id", e.fn.countAll().as("leads")])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("created_at", ">=", from)
    .where("created_at", "<", to)
    .where("state", "=", "accepted")
    .groupBy("page_version_id")
    .execute();
  return new Map(rows.map((row) => [row.page_version_id, Number(row.leads)]));
}
