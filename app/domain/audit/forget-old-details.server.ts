import type { Deps } from "../deps";
import { inSteps } from "../jobs/in-steps.server";
import { deleteDetailsBefore } from "./audit-queries.server";

/** What entries from before a moment said goes; the entries and their chain stay. The number of details removed. */
export const forgetOldDetails = (
  deps: Pick<Deps, "transact">,
  workspaceId: string,
  before: number,
): Promise<number> =>
  inSteps(deps, async (tx, { limit }) => ({
    done: await deleteDetailsBefore(tx, workspaceId, before, limit),
  }));
