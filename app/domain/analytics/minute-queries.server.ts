import { upsert } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import { type Figures, noFigures } from "./figures";

export async function addMinutes(
  db: Executor,
  workspaceId: string,
  pageId: string,
  minutes: Iterable<readonly [number, Figures]>,
): Promise<void> {
  const rows = [...minutes].map(([minute, { views, visitors, leads, bots }]) => ({
    workspace_id: workspaceId,
    page_id: pageId,
    minute,
    views,
    visitors,
    leads,
    bots,
  }));
  await upsert(db, "page_minutes", rows, {
    key: ["workspace_id", "page_id", "minute"],
    add: ["views", "visitors", "leads", "bots"],
  });
}

export async function selectMinutes(
  db: Executor,
  workspaceId: string,
  pageId: string,
  from: number,
): Promise<Map<number, Figures>> {
  const rows = await db
    .selectFrom("page_minutes")
    .select(["minute", "views", "visitors", "leads", "bots"])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("minute", ">=", from)
    .execute();
  return new Map(rows.map(({ minute, ...counts }) => [minute, { ...noFigures, ...counts }]));
}

export const deleteMinutesBefore = (db: Executor, workspaceId: string, pageId: string, before: number) =>
  db
    .deleteFrom("page_minutes")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("minute", "<", before)
    .execute();
