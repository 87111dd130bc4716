import type { Deps } from "../deps";
import { recordEvent } from "../events/record-event.server";
import { moveCampaign } from "./campaign-queries.server";
import { hasDeliveriesIn } from "./delivery-queries.server";

/** A campaign is sent when nothing of it waits or is on its way. */
export async function finishCampaign(deps: Deps, workspaceId: string, campaignId: string): Promise<boolean> {
  if (await hasDeliveriesIn(deps.db, workspaceId, campaignId, ["prepared", "sending"])) return false;
  return deps.transact(async (tx) => {
    if (await hasDeliveriesIn(tx, workspaceId, campaignId, ["prepared", "sending"])) return false;
    const moved = await moveCampaign(tx, workspaceId, campaignId, "sending", {
      state: "sent",
      finished_at: deps.clock.now(),
    });
    if (moved) await recordEvent(deps, tx, workspaceId, "campaign.delivered", { campaignId });
    return moved;
  });
}
