import type { Deps } from "../deps";
import { listUndecided as listRows } from "./unknown-queries.server";

/** Messages of which nobody knows whether they arrived; at most two hundred are shown at once. */
export const listUndecided = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  campaignId: string,
): Promise<{ id: string; email: string; detail: string }[]> =>
  listRows(deps.db, workspaceId, campaignId, 200);
