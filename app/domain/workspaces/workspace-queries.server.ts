import { type Insertable, type Selectable, sql, type Updateable } from "kysely";
import { containsPattern } from "~db/dialects/sql/search";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import { readPrivacySettings } from "./privacy-settings";
import type { Standing } from "./standing";
import type { TrackingDefault, Workspace } from "./workspace";

type Row = Selectable<Database["workspaces"]>;

const toWorkspace = (row: Row): Workspace => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  standing: row.standing as Standing,
  standingReason: row.standing_reason,
  standingAt: row.standing_at,
  timeZone: row.time_zone,
  locale: row.locale,
  doubleOptIn: row.double_opt_in === 1,
  trackingDefault: row.tracking_default as TrackingDefault,
  privacySettings: readPrivacySettings(row.privacy_settings),
  minimumAge: row.minimum_age,
  reportFigures: row.report_figures === "rounded" ? "rounded" : "exact",
  createdAt: row.created_at,
  deleteAfter: row.delete_after ?? undefined,
  peopleGoFrom: row.people_go_from ?? undefined,
  peopleToldAt: row.people_told_at ?? undefined,
});

export async function findWorkspaceRowById(
  db: Executor,
  workspaceId: string,
): Promise<Workspace | undefined> {
  const row = await db.selectFrom("workspaces").selectAll().where("id", "=", workspaceId).executeTakeFirst();
  return row && toWorkspace(row);
}

export async function findWorkspaceRowBySlug(db: Executor, slug: string): Promise<Workspace | undefined> {
  const row = await db.selectFrom("workspaces").selectAll().where("slug", "=", slug).executeTakeFirst();
  return row && toWorkspace(row);
}

/** False when the slug is taken. */
export const insertWorkspace = (db: Executor, row: Insertable<Database["workspaces"]>): Promise<boolean> =>
  insertIfAbsent(db, "workspaces", row);

export async function changeWorkspaceRow(
  db: Executor,
  workspaceId: string,
  changes: Updateable<Database["workspaces"]>,
): Promise<boolean> {
  const updated = await db
    .updateTable("workspaces")
    .set(changes)
    .where("id", "=", workspaceId)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

/** What owners were told of people who go, and when. */
export interface PeopleNews {
  from: number | undefined;
  toldAt: number | undefined;
}

/** Compare-and-set: false when somebody told the owners meanwhile, or they chose. */
export async function announcePeopleGo(
  db: Executor,
  workspaceId: string,
  known: PeopleNews,
  news: { from: number; toldAt: number },
): Promise<boolean> {
  const is = (value: number | undefined) => (value === undefined ? "is" : "=");
  const updated = await db
    .updateTable("workspaces")
    .set({ people_go_from: news.from, people_told_at: news.toldAt })
    .where("id", "=", workspaceId)
    .where("people_go_from", is(known.from), known.from ?? null)
    .where("people_told_at", is(known.toldAt), known.toldAt ?? null)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

/** Compare-and-set: false when the standing is no longer `from`. */
export async function moveStanding(
  db: Executor,
  workspaceId: string,
  from: Standing,
  next: { standing: Standing; reason: string; at: number },
): Promise<boolean> {
  const updated = await db
    .updateTable("workspaces")
    .set({ standing: next.standing, standing_reason: next.reason, standing_at: next.at })
    .where("id", "=", workspaceId)
    .where("standing", "=", from)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

export async function listStandings(
  db: Executor,
  workspaceIds: readonly string[],
): Promise<Map<string, Standing>> {
  if (workspaceIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("workspaces")
    .select(["id", "standing"])
    .where("id", "in", [...workspaceIds])
    .execute();
  return new Map(rows.map((row) => [row.id, row.standing as Standing]));
}

export interface WorkspaceFilter {
  /** In the name or the address. */
  q?: string;
  standing?: Standing;
}

/** All workspaces of the instance, for operators. */
export async function listWorkspaceRows(
  db: Executor,
  page: { after: string; limit: number } & WorkspaceFilter,
): Promise<Workspace[]> {
  let query = db
    .selectFrom("workspaces")
    .selectAll()
    .where("id", ">", page.after)
    .orderBy("id")
    .limit(page.limit);
  if (page.standing) query = query.where("standing", "=", page.standing);
  if (page.q) {
    const pattern = containsPattern(page.q.toLowerCase());
    query = query.where((e) => e.or([contains("name", pattern), contains("slug", pattern)]));
  }
  return (await query.execute()).map(toWorkspace);
}

const contains = (column: "name" | "slug", pattern: string) =>
  sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '!'`;
