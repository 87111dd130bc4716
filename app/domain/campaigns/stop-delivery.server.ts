import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { isUnderWay } from "./campaign";
import { moveCampaign } from "./campaign-queries.server";
import { countDeliveries, type DeliveryCounts } from "./count-deliveries.server";
import { cancelPrepared, hasDeliveriesIn } from "./delivery-queries.server";
import { getCampaign } from "./get-campaign.server";

/** Nothing more leaves, but for what is on an open connection this moment. There is no way back. */
export async function stopDelivery(
  deps: Deps,
  actor: Actor,
  { workspaceId, campaignId }: { workspaceId: string; campaignId: string },
): Promise<DeliveryCounts> {
  await deps.transact(async (tx) => {
    const { state } = await getCampaign(deps, workspaceId, campaignId, tx);
    if (state === "stopped") return;
    if (!isUnderWay(state)) {
      throw new DomainError(
        "conflict",
        "campaign_not_running",
        state === "draft"
          ? "This campaign has not been started, so there is nothing to stop."
          : "This campaign has been sent already. Nothing was stopped.",
      );
    }
    await moveCampaign(tx, workspaceId, campaignId, state, { state: "stopped" });
    await cancelPrepared(tx, workspaceId, campaignId);
    if (!(await hasDeliveriesIn(tx, workspaceId, campaignId, ["sending"]))) {
      const finished = { state: "stopped" as const, finished_at: deps.clock.now() };
      await moveCampaign(tx, workspaceId, campaignId, "stopped", finished);
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "campaign:stop",
      targetKind: "campaign",
      targetId: campaignId,
    });
  });
  return countDeliveries(deps, workspaceId, campaignId);
}
