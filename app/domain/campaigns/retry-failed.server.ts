import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { Gate } from "../mail/gate";
import { moveCampaign } from "./campaign-queries.server";
import { prepareFailedAgain } from "./failed-queries.server";
import { getCampaign } from "./get-campaign.server";
import { requireNoHold } from "./require-no-hold.server";

/**
 * Tries once more whoever the mail server refused: none of them got it. Whose address turned out to be gone is left out
 * by the gates, as ever. The number of messages that wait again.
 */
export async function retryFailed(
  deps: Deps & { gates: readonly Gate[] },
  actor: Actor,
  { workspaceId, campaignId }: { workspaceId: string; campaignId: string },
): Promise<number> {
  return deps.transact(async (tx) => {
    await requireNoHold(deps, tx, { workspaceId, kept: "Nothing was sent." });
    const { state } = await getCampaign(deps, workspaceId, campaignId, tx);
    if (state !== "sending" && state !== "sent") {
      throw new DomainError(
        "conflict",
        "campaign_not_running",
        "This campaign was stopped or is paused, so nothing is sent again.",
      );
    }
    const moved = await prepareFailedAgain(tx, workspaceId, campaignId, deps.clock.now());
    if (state === "sent" && moved > 0) {
      await moveCampaign(tx, workspaceId, campaignId, "sent", { state: "sending", finished_at: null });
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "campaign:retry-failed",
      targetKind: "campaign",
      targetId: campaignId,
      detail: { messages: moved },
    });
    return moved;
  });
}
