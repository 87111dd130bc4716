import { CompiledQuery } from "kysely";
import { capabilitiesOf } from "~db/dialects/sql/capabilities";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import type { Visit } from "./visit";

const columns = [
  "workspace_id",
  "id",
  "page_id",
  "page_version_id",
  "visitor_key",
  "at",
  "duration_ms",
  "referrer_host",
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "browser",
  "os",
  "device",
  "time_zone",
  "language",
  "ip",
  "is_bot",
  "form_started",
  "consent",
  "lead_id",
] as const;

const growing = ["duration_ms", "form_started"] as const;
/** Few sizes of statements, so that each stays prepared. */
const chunkSizes = [128, 64, 32, 16, 8, 4, 2, 1] as const;
const statements = new Map<string, string>();

function statement(rows: number, onConflict: boolean): string {
  const key = `${rows}:${onConflict}`;
  const known = statements.get(key);
  if (known) return known;
  const row = `(${columns.map(() => "?").join(",")})`;
  const incoming = (column: string) => (onConflict ? `excluded.${column}` : `values(${column})`);
  const grow = growing
    .map(
      (column) =>
        `${column} = case when ${incoming(column)} > visits.${column} then ${incoming(column)} else visits.${column} end`,
    )
    .join(", ");
  const clause = onConflict ? "on conflict (workspace_id, id) do update set" : "on duplicate key update";
  const text = `insert into visits (${columns.join(", ")}) values ${Array(rows).fill(row).join(",")} ${clause} ${grow}`;
  statements.set(key, text);
  return text;
}

const valuesOf = (visit: Visit, visitorKey: string): unknown[] => [
  visit.workspaceId,
  visit.id,
  visit.pageId,
  visit.pageVersionId,
  visitorKey,
  visit.at,
  visit.durationMs,
  visit.referrerHost,
  visit.utmSource,
  visit.utmMedium,
  visit.utmCampaign,
  visit.browser,
  visit.os,
  visit.device,
  visit.timeZone,
  visit.language,
  visit.ip,
  visit.isBot ? 1 : 0,
  visit.formStarted ? 1 : 0,
  visit.consent,
  "",
];

/** Stores visits; of those known only length and form start grow. Each id at most once in a call. */
export async function saveVisits(
  db: Executor,
  visits: readonly { visit: Visit; visitorKey: string }[],
): Promise<void> {
  const { onConflict } = capabilitiesOf(db);
  let at = 0;
  while (at < visits.length) {
    const left = visits.length - at;
    const size = chunkSizes.find((chunk) => chunk <= left) ?? 1;
    const parameters = visits
      .slice(at, at + size)
      .flatMap(({ visit, visitorKey }) => valuesOf(visit, visitorKey));
    await db.executeQuery(CompiledQuery.raw(statement(size, onConflict), parameters));
    at += size;
  }
}

export async function findSalt(db: Executor, day: string): Promise<string | undefined> {
  const row = await db.selectFrom("visitor_salts").select("salt").where("day", "=", day).executeTakeFirst();
  return row?.salt;
}

export const insertSalt = (db: Executor, row: { day: string; salt: string; created_at: number }) =>
  insertIfAbsent(db, "visitor_salts", row);

export const deleteSaltsBefore = (db: Executor, day: string) =>
  db.deleteFrom("visitor_salts").where("day", "<", day).execute();

export async function selectDayVisitors(
  db: Executor,
  workspaceId: string,
  pageId: string,
  since: number,
  limit: number,
): Promise<{ visitorKey: string; pageVersionId: string }[]> {
  const rows = await db
    .selectFrom("visits")
    .select(["visitor_key", "page_version_id"])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("at", ">=", since)
    .where("is_bot", "=", 0)
    .orderBy("at")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ visitorKey: row.visitor_key, pageVersionId: row.page_version_id }));
}
