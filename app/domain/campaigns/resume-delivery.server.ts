import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { Gate } from "../mail/gate";
import { moveCampaign } from "./campaign-queries.server";
import { getCampaign } from "./get-campaign.server";
import { requireNoHold } from "./require-no-hold.server";

/**
 * Goes on with a campaign that a person paused, or that was held while the workspace could not send. A person decides: it may be too late for it.
 * One whose time has not come waits for it.
 */
export async function resumeDelivery(
  deps: Deps & { gates: readonly Gate[] },
  actor: Actor,
  { workspaceId, campaignId }: { workspaceId: string; campaignId: string },
): Promise<void> {
  await deps.transact(async (tx) => {
    await requireNoHold(deps, tx, { workspaceId, kept: "The campaign stays paused." });
    const { sendAt } = await getCampaign(deps, workspaceId, campaignId, tx);
    const state = (sendAt ?? 0) > deps.clock.now() ? "scheduled" : "sending";
    if (!(await moveCampaign(tx, workspaceId, campaignId, "paused", { state, paused_by: "" }))) {
      throw new DomainError("conflict", "campaign_not_paused", "This campaign is not paused.");
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "campaign:resume",
      targetKind: "campaign",
      targetId: campaignId,
    });
  });
}
