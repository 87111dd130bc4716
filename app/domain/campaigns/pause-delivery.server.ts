import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { moveCampaign } from "./campaign-queries.server";
import { getCampaign } from "./get-campaign.server";

/** Nothing more leaves until a person lets it go on, but for what is on an open connection this moment. */
export async function pauseDelivery(
  deps: Deps,
  actor: Actor,
  { workspaceId, campaignId }: { workspaceId: string; campaignId: string },
): Promise<void> {
  await deps.transact(async (tx) => {
    const { state } = await getCampaign(deps, workspaceId, campaignId, tx);
    if (state === "paused") return;
    const mayPause = state === "sending" || state === "scheduled";
    const changes = { state: "paused" as const, paused_by: actorId(actor) };
    if (!mayPause || !(await moveCampaign(tx, workspaceId, campaignId, state, changes))) {
      throw new DomainError(
        "conflict",
        "campaign_not_running",
        state === "preparing"
          ? "The audience is being gathered. Pause the campaign in a moment, when that is done."
          : "This campaign does not send, so there is nothing to pause.",
      );
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "campaign:pause",
      targetKind: "campaign",
      targetId: campaignId,
    });
  });
}
