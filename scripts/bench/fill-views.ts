import { ulid } from "ulid";
import type { LiveDatabase } from "../../app/testing/crash/live-database";

export const dayMs = 86_400_000;

interface Fill {
  workspaceId: string;
  pageId: string;
  /** One digit that keeps the ids of pages apart. */
  mark: number;
  views: number;
  from: number;
  to: number;
  /** When they were stored, as far as their ids tell. */
  storedAt?: number;
}

/** How many one statement adds: a server beside it may write in between. */
const most = 10_000;

/** As many numbers, as both databases can make them. */
function numbersAfter(first: number): string {
  const digits =
    "(select 0 n union all select 1 union all select 2 union all select 3 union all select 4 union all select 5 union all select 6 union all select 7 union all select 8 union all select 9)";
  const places = ["a", "b", "c", "d"];
  const sum = places.map((name, power) => `${name}.n * ${10 ** power}`).join(" + ");
  return `select ${sum} + ${first + 1} i from ${places.map((name) => `${digits} ${name}`).join(" cross join ")}`;
}

/** Views as they would have been stored: many sources, browsers and languages, one in ten by a bot. */
export async function fillViews(database: LiveDatabase, fill: Fill): Promise<void> {
  const { workspaceId, pageId, mark, views, from, to, storedAt } = fill;
  const head = storedAt === undefined ? "01KAR" : ulid(storedAt).slice(0, 5);
  const at = `(${from} + (i - 1) * ${Math.floor((to - from) / views)})`;
  const pick = (by: number, ...words: string[]) =>
    `case i % ${by} ${words.map((word, index) => `when ${index} then '${word}'`).join(" ")} else '' end`;
  const values: Record<string, string> = {
    workspace_id: `'${workspaceId}'`,
    id: `concat('${head}${mark}00000000000', substr(concat('00000000', i), -9))`,
    page_id: `'${pageId}'`,
    page_version_id: "''",
    visitor_key: `concat(i % 7919, '-', ${at} - ${at} % ${dayMs})`,
    at,
    duration_ms: "(i % 90) * 1000",
    referrer_host: "case i % 3 when 0 then concat('site', i % 37, '.example') else '' end",
    utm_source: pick(5, "newsletter", "search", "social"),
    utm_medium: "''",
    utm_campaign: "case i % 4 when 0 then concat('campaign ', i % 11) else '' end",
    browser: pick(
      6,
      "Chrome",
      "Safari",
      "Firefox",
      "Microsoft Edge",
      "Opera",
      "Samsung Internet for Android",
    ),
    os: pick(5, "Windows", "macOS", "Android", "iOS", "Linux"),
    device: pick(3, "desktop", "mobile", "tablet"),
    time_zone: "''",
    language: pick(7, "en", "de", "fr", "es", "it", "nl", "pt"),
    ip: "''",
    is_bot: "case i % 10 when 9 then 1 else 0 end",
    form_started: "case i % 8 when 0 then 1 else 0 end",
    consent: "'none'",
    place: pick(9, "DE", "GB", "FR", "AT", "US-CA", "US-NY"),
    lead_id: "''",
  };
  const columns = Object.keys(values);
  for (let done = 0; done < views; done += most) {
    const last = Math.min(views, done + most);
    await database.query(
      `insert into visits (${columns.join(", ")})
      select ${columns.map((name) => values[name]).join(", ")} from (${numbersAfter(done)}) numbers where i <= ${last}`,
    );
  }
}

/** Roll-ups of earlier days: each like a day that the product counted, `times` as large. */
export async function copyDay(
  database: LiveDatabase,
  {
    workspaceId,
    pageId,
    day,
    times,
    back,
  }: { workspaceId: string; pageId: string; day: number; times: number; back: number },
): Promise<void> {
  const own = `workspace_id = '${workspaceId}' and page_id = '${pageId}'`;
  const name = (at: number) => new Date(at).toISOString().slice(0, 10);
  const grown = (...columns: string[]) => columns.map((column) => `${column} * ${times}`).join(", ");
  await database.query(
    `insert into page_rollups (workspace_id, page_id, slot, views, visitors, form_starts, leads, bots, duration_ms)
    select workspace_id, page_id, slot - ${back * dayMs}, ${grown("views", "visitors", "form_starts", "leads", "bots", "duration_ms")}
    from page_rollups where ${own} and slot >= ${day} and slot < ${day + dayMs}`,
  );
  await database.query(
    `insert into page_share_rollups (workspace_id, page_id, part, day, name, views, visitors, form_starts, leads, conversions, duration_ms)
    select workspace_id, page_id, part, '${name(day - back * dayMs)}', name,
    ${grown("views", "visitors", "form_starts", "leads", "conversions", "duration_ms")}
    from page_share_rollups where ${own} and day = '${name(day)}'`,
  );
}
