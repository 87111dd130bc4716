import type { Deps } from "../deps";
import { listCampaignsInState, moveCampaign } from "./campaign-queries.server";
import { cancelPrepared, freeClaims, hasDeliveriesIn, markUnknown } from "./delivery-queries.server";

/**
 * Finds what dead processes left behind: messages on their way become unknown, claimed ones can be taken again.
 * `alone`: no other process uses this database, so whatever is not ours is dead, whatever its lease says.
 */
export async function recoverDeliveries(deps: Deps, { alone }: { alone: boolean }): Promise<number> {
  let unknown = 0;
  const now = deps.clock.now();
  for (const { workspaceId, id, state } of await listCampaignsInState(
    deps.db,
    ["sending", "paused", "stopped"],
    1000,
  )) {
    const lost = alone ? { notOwnedBy: deps.processId } : { leaseBefore: now };
    if (await hasDeliveriesIn(deps.db, workspaceId, id, ["sending"])) {
      unknown += await markUnknown(deps.db, workspaceId, id, lost);
    }
    if (alone && state === "sending") await freeClaims(deps.db, workspaceId, id, deps.processId);
    if (state === "stopped" && !(await hasDeliveriesIn(deps.db, workspaceId, id, ["sending"]))) {
      // What was on its way when it was stopped may have come back.
      await cancelPrepared(deps.db, workspaceId, id);
      await moveCampaign(deps.db, workspaceId, id, "stopped", { state: "stopped", finished_at: now });
    }
  }
  return unknown;
}
