import type { Deps } from "../deps";
import type { PageSchedule } from "./page-schedule";
import { selectSchedules } from "./schedule-queries.server";

/** Plans of a page, newest first: those that wait and what became of the others. */
export const listSchedules = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  pageId: string,
): Promise<PageSchedule[]> => selectSchedules(deps.db, workspaceId, pageId);
