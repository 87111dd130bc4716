import type { Executor } from "~db/schema/executor";
import type { PageSchedule, ScheduleAct, ScheduleState } from "./page-schedule";

export const insertSchedule = (db: Executor, schedule: PageSchedule) =>
  db
    .insertInto("page_schedules")
    .values({
      workspace_id: schedule.workspaceId,
      id: schedule.id,
      page_id: schedule.pageId,
      act: schedule.act,
      wall_time: schedule.wallTime,
      time_zone: schedule.timeZone,
      run_at: schedule.runAt,
      state: schedule.state,
      outcome: schedule.outcome,
      created_kind: schedule.createdKind,
      created_by: schedule.createdBy,
      created_at: schedule.createdAt,
      done_at: null,
    })
    .execute();

export async function selectSchedules(
  db: Executor,
  workspaceId: string,
  pageId: string,
): Promise<PageSchedule[]> {
  const rows = await db
    .selectFrom("page_schedules")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .orderBy("id", "desc")
    .limit(20)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    workspaceId: row.workspace_id,
    pageId: row.page_id,
    act: row.act as ScheduleAct,
    wallTime: row.wall_time,
    timeZone: row.time_zone,
    runAt: row.run_at,
    state: row.state as ScheduleState,
    outcome: row.outcome,
    createdKind: row.created_kind,
    createdBy: row.created_by,
    createdAt: row.created_at,
    doneAt: row.done_at ?? undefined,
  }));
}

export const selectScheduleTarget = (db: Executor, workspaceId: string, id: string) =>
  db
    .selectFrom("page_schedules")
    .select(["page_id as pageId", "act", "state", "created_kind as createdKind", "created_by as createdBy"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();

/** False when it waits no more. */
export async function endSchedule(
  db: Executor,
  workspaceId: string,
  id: string,
  end: { state: Exclude<ScheduleState, "waiting">; outcome?: string; now: number },
): Promise<boolean> {
  const updated = await db
    .updateTable("page_schedules")
    .set({ state: end.state, outcome: (end.outcome ?? "").slice(0, 500), done_at: end.now })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

export const cancelWaiting = (
  db: Executor,
  workspaceId: string,
  pageId: string,
  act: ScheduleAct,
  now: number,
) =>
  db
    .updateTable("page_schedules")
    .set({ state: "cancelled", done_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("act", "=", act)
    .where("state", "=", "waiting")
    .execute();
