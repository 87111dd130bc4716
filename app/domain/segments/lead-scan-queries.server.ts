import { type Selectable, type SelectQueryBuilder, sql } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import { type Calendar, ruleCondition, searchCondition, segmentCondition } from "./condition-queries.server";
import { fieldRuleHolds, type IndexedRule, type SegmentFilter } from "./segment";

type LeadRow = Selectable<Database["leads"]>;

/** What leads are chosen by. */
export interface LeadScan {
  filter: SegmentFilter;
  /** Further rules that must all hold. */
  also: readonly IndexedRule[];
  /** Folded words that all must stand in the search text. */
  words: readonly string[];
  withAddress: boolean;
  calendar: Calendar;
}

export interface ScanPage {
  direction: "asc" | "desc";
  /** Id of the last lead seen. */
  after: string | undefined;
  limit: number;
}

interface ScannedLead extends LeadRow {
  /** A bit for each rule that the database decided. */
  held: number;
}

function chosen<O>(query: SelectQueryBuilder<Database, "leads", O>, workspaceId: string, scan: LeadScan) {
  let narrowed = query
    .where("leads.workspace_id", "=", workspaceId)
    .where((e) => segmentCondition(e, scan.filter, scan.calendar));
  for (const rule of scan.also) narrowed = narrowed.where((e) => ruleCondition(e, rule, scan.calendar));
  for (const word of scan.words) narrowed = narrowed.where((e) => searchCondition(e, word));
  return scan.withAddress ? narrowed.where("leads.email", "<>", "") : narrowed;
}

async function scanOnce(db: Executor, workspaceId: string, scan: LeadScan, page: ScanPage) {
  const { filter, calendar } = scan;
  let query = chosen(db.selectFrom("leads"), workspaceId, scan)
    .selectAll("leads")
    .select((e) => {
      const bits = filter.rules.flatMap((rule, index) =>
        rule.kind === "field" || filter.match === "all"
          ? []
          : [sql`case when ${ruleCondition(e, rule, calendar)} then ${sql.lit(2 ** index)} else 0 end`],
      );
      return (bits.length > 0 ? sql<number>`${sql.join(bits, sql` + `)}` : sql<number>`0`).as("held");
    });
  if (page.after) query = query.where("leads.id", page.direction === "asc" ? ">" : "<", page.after);
  return query.orderBy("leads.id", page.direction).limit(page.limit).execute();
}

function holds(filter: SegmentFilter, row: ScannedLead): boolean {
  const lead = { email: row.email, name: row.name, fields: JSON.parse(row.fields) as Record<string, string> };
  const decided = filter.rules.map((rule, index) => {
    if (rule.kind === "field") return fieldRuleHolds(rule, lead);
    return filter.match === "all" || Math.floor(Number(row.held) / 2 ** index) % 2 === 1;
  });
  return filter.match === "all" ? decided.every(Boolean) : decided.some(Boolean);
}

const isExact = (filter: SegmentFilter) => !filter.rules.some((rule) => rule.kind === "field");

async function* eachLead(
  db: Executor,
  workspaceId: string,
  scan: LeadScan,
  page: ScanPage,
): AsyncGenerator<LeadRow> {
  const limit = isExact(scan.filter) ? page.limit : Math.max(page.limit, 200);
  for (let after = page.after; ; ) {
    const rows = await scanOnce(db, workspaceId, scan, { ...page, after, limit });
    for (const row of rows) if (holds(scan.filter, row)) yield row;
    if (rows.length < limit) return;
    after = rows.at(-1)?.id;
  }
}

/** Leads in the order of their ids. Fewer than the limit means that there are no more. */
export async function listLeadsWhere(
  db: Executor,
  workspaceId: string,
  scan: LeadScan,
  page: ScanPage,
): Promise<LeadRow[]> {
  const found: LeadRow[] = [];
  for await (const row of eachLead(db, workspaceId, scan, page)) {
    found.push(row);
    if (found.length === page.limit) break;
  }
  return found;
}

/** How many there are, counted up to the limit. */
export async function countLeadsWhere(
  db: Executor,
  workspaceId: string,
  scan: LeadScan,
  limit: number,
): Promise<number> {
  if (!isExact(scan.filter)) {
    let count = 0;
    for await (const _ of eachLead(db, workspaceId, scan, {
      direction: "asc",
      after: undefined,
      limit: 1000,
    }))
      if (++count === limit) break;
    return count;
  }
  const some = chosen(db.selectFrom("leads"), workspaceId, scan).select("leads.id").limit(limit);
  const row = await db
    .selectFrom(some.as("some"))
    .select((e) => e.fn.countAll().as("count"))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
