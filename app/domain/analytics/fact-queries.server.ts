import type { Executor } from "~db/schema/executor";
import type { LeadSource } from "../leads/lead";
import type { ConversionFact, LeadFact, ViewTraits, VisitFact } from "./tally";

export interface Span {
  from: number;
  to: number;
}

/** Of a visit: what it is counted by. */
export const traitColumns = [
  "page_version_id",
  "referrer_host",
  "utm_source",
  "utm_campaign",
  "device",
  "browser",
  "os",
  "language",
  "place",
  "is_bot",
  "consent",
] as const;

const columns = ["id", "at", "visitor_key", ...traitColumns, "form_started", "duration_ms"] as const;

type TraitRow = Record<(typeof traitColumns)[number], string | number>;
type Row = TraitRow & Record<(typeof columns)[number], string | number>;

/** What names a source: what the link said, else the host it was on. */
const sourceName = (utm: string | undefined, host: string | undefined) =>
  (utm || host?.replace(/^www\./, "") || "").trim().slice(0, 200);

export const traitsOf = (row: TraitRow): Omit<ViewTraits, "at"> => ({
  versionId: String(row.page_version_id),
  source: sourceName(String(row.utm_source), String(row.referrer_host)),
  campaign: String(row.utm_campaign).trim().slice(0, 200),
  device: String(row.device),
  browser: String(row.browser),
  system: String(row.os),
  language: (String(row.language).split("-")[0] ?? "").toLowerCase(),
  place: String(row.place),
  isBot: Number(row.is_bot) === 1,
  isReturning: row.consent === "returning",
});

const factOf = (row: Row): VisitFact => ({
  ...traitsOf(row),
  id: String(row.id),
  at: Number(row.at),
  visitorKey: String(row.visitor_key),
  formStarted: row.form_started === 1,
  durationMs: Number(row.duration_ms),
});

/** Views of a page in the order of their time. With `grown` only those whose length or form start is known. */
export async function selectVisitFacts(
  db: Executor,
  workspaceId: string,
  pageId: string,
  { from, to, grown = false }: Span & { grown?: boolean },
  limit: number,
): Promise<VisitFact[]> {
  let query = db
    .selectFrom("visits")
    .select([...columns])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", ">=", from)
    .where("at", "<", to);
  if (grown) query = query.where((e) => e.or([e("duration_ms", ">", 0), e("form_started", "=", 1)]));
  const rows = await query.orderBy("at").orderBy("id").limit(limit).execute();
  return rows.map(factOf);
}

export async function selectVisitsById(
  db: Executor,
  workspaceId: string,
  ids: readonly string[],
): Promise<VisitFact[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("visits")
    .select([...columns])
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...ids])
    .execute();
  return rows.map(factOf);
}

/** Accepted submissions of a page in the order of their time. */
export async function selectLeadFacts(
  db: Executor,
  workspaceId: string,
  pageId: string,
  { from, to }: Span,
  limit: number,
): Promise<LeadFact[]> {
  const rows = await db
    .selectFrom("submissions")
    .select(["created_at", "page_version_id", "source"])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("created_at", ">=", from)
    .where("created_at", "<", to)
    .where("state", "=", "accepted")
    .orderBy("created_at")
    .limit(limit)
    .execute();
  return rows.map(({ created_at, page_version_id, source }) =>
    leadFactOf(created_at, page_version_id, source),
  );
}

function leadFactOf(at: number, versionId: string, source: string): LeadFact {
  const { utm_source, utm_campaign, referrer } = JSON.parse(source || "{}") as LeadSource;
  return {
    at,
    versionId,
    source: sourceName(utm_source, referrer),
    campaign: (utm_campaign ?? "").trim().slice(0, 200),
  };
}

export async function findLeadFact(
  db: Executor,
  workspaceId: string,
  submissionId: string,
): Promise<{ pageId: string; lead: LeadFact } | undefined> {
  const row = await db
    .selectFrom("submissions")
    .select(["page_id", "created_at", "page_version_id", "source"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", submissionId)
    .where("state", "=", "accepted")
    .executeTakeFirst();
  return row && { pageId: row.page_id, lead: leadFactOf(row.created_at, row.page_version_id, row.source) };
}

/** Conversions of a page in the order of their time. */
export async function selectConversionFacts(
  db: Executor,
  workspaceId: string,
  pageId: string,
  { from, to }: Span,
  limit: number,
): Promise<ConversionFact[]> {
  const rows = await db
    .selectFrom("conversions")
    .select(["at", "page_version_id", "visitor_key"])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", ">=", from)
    .where("at", "<", to)
    .orderBy("at")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    at: row.at,
    versionId: row.page_version_id,
    visitorKey: row.visitor_key,
  }));
}

export async function hasMoreConversions(
  db: Executor,
  workspaceId: string,
  pageId: string,
  { from, to }: Span,
  than: number,
): Promise<boolean> {
  const one = await db
    .selectFrom("conversions")
    .select("at")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", ">=", from)
    .where("at", "<", to)
    .orderBy("at")
    .limit(1)
    .offset(than)
    .executeTakeFirst();
  return one !== undefined;
}

/** The first moment from `from` on at which anything of the page was recorded, for each page that has one. */
export async function findFirstRecorded(
  db: Executor,
  workspaceId: string,
  pages: readonly { pageId: string; from: number }[],
): Promise<Map<string, number>> {
  const first = (["visits", "submissions"] as const).flatMap((table) => {
    const time = table === "visits" ? "at" : "created_at";
    return pages.map(({ pageId, from }) => {
      const own = db
        .selectFrom(table)
        .select(["page_id", `${time} as first_at`])
        .where("workspace_id", "=", workspaceId)
        .where("page_id", "=", pageId)
        .where(time, ">=", from)
        .orderBy(time)
        .limit(1);
      return db.selectFrom(own.as("own")).select(["page_id", "first_at"]);
    });
  });
  const found = new Map<string, number>();
  const [start, ...more] = first;
  if (!start) return found;
  const rows = await more.reduce((query, next) => query.unionAll(next), start).execute();
  for (const { page_id, first_at } of rows) {
    const at = Number(first_at);
    found.set(page_id, Math.min(at, found.get(page_id) ?? at));
  }
  return found;
}
