import { upsert } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import { allPages, type RolledPart, shareParts } from "./share-part";
import { type ShareCount, withoutSmall } from "./tally";

const key = ["workspace_id", "page_id", "part", "day", "name"] as const;
const counted = ["views", "visitors", "form_starts", "leads", "conversions", "duration_ms"] as const;
/** Names kept of one part in one step, and of one part in a day that is over. */
const mostNames = { step: 300, day: 100 };

export type ShareSum = Omit<ShareCount, "day">;

const rowOf = (workspaceId: string, pageId: string, share: ShareCount) => ({
  workspace_id: workspaceId,
  page_id: pageId,
  part: share.part,
  day: share.day,
  name: share.name,
  views: share.views,
  visitors: share.visitors,
  form_starts: share.formStarts,
  leads: share.leads,
  conversions: share.conversions,
  duration_ms: share.durationMs,
});

/** What a page brought on each day, as a share of all pages. */
export const pageShares = (pageId: string, shares: readonly ShareCount[]): ShareCount[] =>
  shares
    .filter(({ part }) => part === "total")
    .map((share) => ({ ...share, part: "page" as const, name: pageId }));

const isTotal = ({ part }: ShareSum) => part === "total" || part === "bots";

export async function addShareRows(
  db: Executor,
  workspaceId: string,
  pageId: string,
  shares: readonly ShareCount[],
): Promise<void> {
  const own = withoutSmall(shares, mostNames.step);
  const all = [...pageShares(pageId, shares), ...shares.filter(isTotal)];
  const rows = [
    ...own.map((share) => rowOf(workspaceId, pageId, share)),
    ...all.map((share) => rowOf(workspaceId, allPages, share)),
  ];
  await upsert(db, "page_share_rollups", rows, { key, add: counted });
}

/** Puts the shares of a day in place of what was there. With `keepLeads` those of people erased since stay counted. */
export async function replaceShares(
  db: Executor,
  workspaceId: string,
  pageId: string,
  day: string,
  given: readonly ShareCount[],
  { keepLeads }: { keepLeads: boolean },
): Promise<void> {
  const shares = given.filter((share) => share.day === day);
  const old = await selectDay(db, workspaceId, pageId, day);
  if (keepLeads) keepLeadsOf(old, shares);
  const own = (page: string) =>
    db
      .deleteFrom("page_share_rollups")
      .where("workspace_id", "=", workspaceId)
      .where("page_id", "=", page)
      .where("day", "=", day);
  await own(pageId).where("part", "in", everyPart).execute();
  await own(allPages).where("part", "=", "page").where("name", "=", pageId).execute();
  const changes = [...shares.filter(isTotal), ...old.filter(isTotal).map(negative)];
  const rows = [
    ...withoutSmall(shares, mostNames.day).map((share) => rowOf(workspaceId, pageId, share)),
    ...[...pageShares(pageId, shares), ...changes].map((share) => rowOf(workspaceId, allPages, share)),
  ];
  await upsert(db, "page_share_rollups", rows, { key, add: counted });
  await own(allPages)
    .where("part", "in", ["total", "bots"])
    .where("views", "=", 0)
    .where("leads", "=", 0)
    .where("conversions", "=", 0)
    .execute();
}

const everyPart: readonly RolledPart[] = [...shareParts, "total", "bots", "version", "again"];

const negative = (share: ShareCount): ShareCount => ({
  ...share,
  views: -share.views,
  visitors: -share.visitors,
  formStarts: -share.formStarts,
  leads: -share.leads,
  conversions: -share.conversions,
  durationMs: -share.durationMs,
});

async function selectDay(
  db: Executor,
  workspaceId: string,
  pageId: string,
  day: string,
): Promise<ShareCount[]> {
  const rows = await db
    .selectFrom("page_share_rollups")
    .select(["part", "name", ...counted])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("part", "in", everyPart)
    .where("day", "=", day)
    .execute();
  return rows.map((row) => ({ ...countsOf(row), day, part: row.part as RolledPart, name: row.name }));
}

function keepLeadsOf(old: readonly ShareCount[], shares: ShareCount[]): void {
  for (const { day, part, name, leads } of old) {
    if (leads === 0) continue;
    const share = shares.find((one) => one.part === part && one.name === name);
    if (share) share.leads = Math.max(share.leads, leads);
    else {
      const none = { views: 0, visitors: 0, formStarts: 0, conversions: 0, durationMs: 0 };
      shares.push({ day, part, name, leads, ...none });
    }
  }
}

/** Shares of a page over days, both included, added up by part and name. */
export async function sumShares(
  db: Executor,
  workspaceId: string,
  pageId: string,
  parts: readonly RolledPart[],
  { from, to }: { from: string; to: string },
): Promise<ShareSum[]> {
  const rows = await db
    .selectFrom("page_share_rollups")
    .select((e) => [
      "part",
      "name",
      e.fn.sum("views").as("views"),
      e.fn.sum("visitors").as("visitors"),
      e.fn.sum("form_starts").as("form_starts"),
      e.fn.sum("leads").as("leads"),
      e.fn.sum("conversions").as("conversions"),
      e.fn.sum("duration_ms").as("duration_ms"),
    ])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("part", "in", [...parts])
    .where("day", ">=", from)
    .where("day", "<=", to)
    .groupBy(["part", "name"])
    .execute();
  return rows.map((row) => ({ ...countsOf(row), part: row.part as RolledPart, name: row.name }));
}

/** The same day by day; with `names` of these alone. */
export async function selectShares(
  db: Executor,
  workspaceId: string,
  pageId: string,
  parts: readonly RolledPart[],
  { from, to, names }: { from: string; to: string; names?: readonly string[] },
): Promise<ShareCount[]> {
  let query = db
    .selectFrom("page_share_rollups")
    .select(["part", "day", "name", ...counted])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("part", "in", [...parts])
    .where("day", ">=", from)
    .where("day", "<=", to);
  if (names) query = query.where("name", "in", [...names]);
  const rows = await query.execute();
  return rows.map((row) => ({
    ...countsOf(row),
    day: row.day,
    part: row.part as RolledPart,
    name: row.name,
  }));
}

const countsOf = (row: Record<(typeof counted)[number], number | string | bigint | null>) => ({
  views: Number(row.views),
  visitors: Number(row.visitors),
  formStarts: Number(row.form_starts),
  leads: Number(row.leads),
  conversions: Number(row.conversions),
  durationMs: Number(row.duration_ms),
});
