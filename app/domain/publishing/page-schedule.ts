export const scheduleActs = ["publish", "unpublish"] as const;
export type ScheduleAct = (typeof scheduleActs)[number];

/** waiting for its time; done; failed, with the reason; cancelled by a person or by a later one of the same act. */
export const scheduleStates = ["waiting", "done", "failed", "cancelled"] as const;
export type ScheduleState = (typeof scheduleStates)[number];

export interface PageSchedule {
  id: string;
  workspaceId: string;
  pageId: string;
  act: ScheduleAct;
  /** As it was chosen, such as 2026-11-28T09:00, in its zone. */
  wallTime: string;
  timeZone: string;
  runAt: number;
  state: ScheduleState;
  /** Why it failed; empty otherwise. */
  outcome: string;
  createdKind: string;
  createdBy: string;
  createdAt: number;
  doneAt: number | undefined;
}

export const furthestScheduleMs = 2 * 366 * 24 * 3_600_000;
