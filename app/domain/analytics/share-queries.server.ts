import { sql } from "kysely";
import type { Executor } from "~db/schema/executor";

interface Span {
  from: number;
  to: number;
}

const mostGroups = 500;

export type VisitPart = "utm_source" | "utm_campaign" | "referrer_host" | "device" | "browser" | "os";

/** Views and visitors by what visits have in common, the largest first. */
export async function countVisitsBy(
  db: Executor,
  workspaceId: string,
  pageId: string,
  parts: readonly VisitPart[],
  span: Span,
) {
  const rows = await db
    .selectFrom("visits")
    .select([
      ...parts,
      sql<number>`count(*)`.as("views"),
      sql<number>`count(distinct visitor_key)`.as("visitors"),
    ])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", ">=", span.from)
    .where("at", "<", span.to)
    .where("is_bot", "=", 0)
    .groupBy([...parts])
    .orderBy("views", "desc")
    .limit(mostGroups)
    .execute();
  return rows as (Partial<Record<VisitPart, string>> & { views: number; visitors: number })[];
}

/** Accepted submissions by where they came from, as it was stored. */
export async function countLeadsBySource(db: Executor, workspaceId: string, pageId: string, span: Span) {
  const rows = await db
    .selectFrom("submissions")
    .select(["source", sql<number>`count(*)`.as("leads")])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("created_at", ">=", span.from)
    .where("created_at", "<", span.to)
    .where("state", "=", "accepted")
    .groupBy("source")
    .orderBy("leads", "desc")
    .limit(mostGroups * 4)
    .execute();
  return rows.map((row) => ({ source: row.source, leads: Number(row.leads) }));
}
