import { insertIfAbsent, insertMissing } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";

export interface PageProgress {
  pageId: string;
  zone: string;
  rolledUntil: number;
  grownUntil: number;
  sealedUntil: number;
  epoch: number;
}

interface Row {
  page_id: string;
  zone: string;
  rolled_until: number;
  grown_until: number;
  sealed_until: number;
  epoch: number;
}

const progressOf = (row: Row): PageProgress => ({
  pageId: row.page_id,
  zone: row.zone,
  rolledUntil: row.rolled_until,
  grownUntil: row.grown_until,
  sealedUntil: row.sealed_until,
  epoch: row.epoch,
});

export async function selectProgress(
  db: Executor,
  workspaceId: string,
  pageIds: readonly string[],
): Promise<Map<string, PageProgress>> {
  if (pageIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("page_progress")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "in", [...pageIds])
    .execute();
  return new Map(rows.map((row) => [row.page_id, progressOf(row)]));
}

export const insertProgress = (db: Executor, workspaceId: string, progress: PageProgress) =>
  insertIfAbsent(db, "page_progress", {
    workspace_id: workspaceId,
    page_id: progress.pageId,
    zone: progress.zone,
    rolled_until: progress.rolledUntil,
    grown_until: progress.grownUntil,
    sealed_until: progress.sealedUntil,
    epoch: progress.epoch,
  });

/** False when another process went on with this page since `progress` was read. */
export async function advanceProgress(
  db: Executor,
  workspaceId: string,
  progress: PageProgress,
  change: Partial<Omit<PageProgress, "pageId" | "epoch">>,
): Promise<boolean> {
  const to = { ...progress, ...change };
  const changed = await db
    .updateTable("page_progress")
    .set({
      zone: to.zone,
      rolled_until: to.rolledUntil,
      grown_until: to.grownUntil,
      sealed_until: to.sealedUntil,
      epoch: progress.epoch + 1,
    })
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", progress.pageId)
    .where("epoch", "=", progress.epoch)
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) === 1;
}

export interface DayVisitor {
  day: number;
  visitorKey: string;
  visitId: string;
}

/** Of these visitors those that were counted, each with the first view of the day. */
export async function selectDayVisitors(
  db: Executor,
  workspaceId: string,
  pageId: string,
  day: number,
  visitorKeys: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let at = 0; at < visitorKeys.length; at += 500) {
    const rows = await db
      .selectFrom("day_visitors")
      .select(["visitor_key", "visit_id"])
      .where("workspace_id", "=", workspaceId)
      .where("page_id", "=", pageId)
      .where("day", "=", day)
      .where("visitor_key", "in", visitorKeys.slice(at, at + 500))
      .execute();
    for (const row of rows) found.set(row.visitor_key, row.visit_id);
  }
  return found;
}

export async function insertDayVisitors(
  db: Executor,
  workspaceId: string,
  pageId: string,
  visitors: readonly DayVisitor[],
): Promise<void> {
  for (let at = 0; at < visitors.length; at += 200) {
    const rows = visitors.slice(at, at + 200).map(({ day, visitorKey, visitId }) => ({
      workspace_id: workspaceId,
      page_id: pageId,
      day,
      visitor_key: visitorKey,
      visit_id: visitId,
    }));
    await insertMissing(db, "day_visitors", rows);
  }
}

/** Of these pages those of which visitors of days before are known. */
export async function selectPagesOfDays(
  db: Executor,
  workspaceId: string,
  pageIds: readonly string[],
  before: number,
): Promise<string[]> {
  if (pageIds.length === 0) return [];
  const rows = await db
    .selectFrom("day_visitors")
    .select("page_id")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "in", [...pageIds])
    .where("day", "<", before)
    .groupBy("page_id")
    .execute();
  return rows.map((row) => row.page_id);
}

/** Forgets up to `limit` visitors of days before; true when there may be more. */
export async function deleteDayVisitors(
  db: Executor,
  workspaceId: string,
  pageId: string,
  before: number,
  limit: number,
): Promise<boolean> {
  const rows = await db
    .selectFrom("day_visitors")
    .select(["day", "visitor_key"])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("day", "<", before)
    .orderBy("day")
    .orderBy("visitor_key")
    .limit(limit)
    .execute();
  const last = rows.at(-1);
  if (!last) return false;
  await db
    .deleteFrom("day_visitors")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where((e) =>
      e.or([
        e("day", "<", last.day),
        e.and([e("day", "=", last.day), e("visitor_key", "<=", last.visitor_key)]),
      ]),
    )
    .execute();
  return rows.length === limit;
}
