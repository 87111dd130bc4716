import type { Insertable } from "kysely";
import { capabilitiesOf } from "~db/dialects/sql/capabilities";
import { insertRows } from "~db/dialects/sql/insert-rows";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { Visit } from "./visit";

const growing = ["duration_ms", "form_started"] as const;

const grow = (incoming: (column: string) => string): string =>
  growing
    .map(
      (column) =>
        `${column} = case when ${incoming(column)} > visits.${column} then ${incoming(column)} else visits.${column} end`,
    )
    .join(", ");

const growOnConflict = ` on conflict (workspace_id, id) do update set ${grow((column) => `excluded.${column}`)}`;
const growOnDuplicate = ` on duplicate key update ${grow((column) => `values(${column})`)}`;

const rowOf = (visit: Visit, visitorKey: string): Insertable<Database["visits"]> => ({
  workspace_id: visit.workspaceId,
  id: visit.id,
  page_id: visit.pageId,
  page_version_id: visit.pageVersionId,
  visitor_key: visitorKey,
  at: visit.at,
  duration_ms: visit.durationMs,
  referrer_host: visit.referrerHost,
  utm_source: visit.utmSource,
  utm_medium: visit.utmMedium,
  utm_campaign: visit.utmCampaign,
  browser: visit.browser,
  os: visit.os,
  device: visit.device,
  time_zone: visit.timeZone,
  language: visit.language,
  ip: visit.ip,
  is_bot: visit.isBot ? 1 : 0,
  form_started: visit.formStarted ? 1 : 0,
  consent: visit.consent,
  lead_id: "",
  place: visit.place,
});

/** Stores visits; of those known only length and form start grow. Each id at most once in a call. */
export const saveVisits = (
  db: Executor,
  visits: readonly { visit: Visit; visitorKey: string }[],
): Promise<void> =>
  insertRows(
    db,
    "visits",
    visits.map(({ visit, visitorKey }) => rowOf(visit, visitorKey)),
    capabilitiesOf(db).onConflict ? growOnConflict : growOnDuplicate,
  );

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
