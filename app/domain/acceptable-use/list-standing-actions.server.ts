import type { Deps } from "../deps";
import type { StandingAction } from "./standing-action";
import { listActionRows } from "./standing-action-queries.server";

/** Suspensions, appeals and reinstatements of a workspace, newest first. */
export const listStandingActions = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  limit = 50,
): Promise<StandingAction[]> => listActionRows(deps.db, workspaceId, limit);
