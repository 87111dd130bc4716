import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { deleteDraft } from "./campaign-queries.server";
import { getCampaign } from "./get-campaign.server";

/** Only a draft can go: what was sent stays accounted for. */
export async function deleteCampaign(
  deps: Deps,
  actor: Actor,
  { workspaceId, campaignId }: { workspaceId: string; campaignId: string },
): Promise<void> {
  await deps.transact(async (tx) => {
    await getCampaign(deps, workspaceId, campaignId, tx);
    if (!(await deleteDraft(tx, workspaceId, campaignId))) {
      throw new DomainError(
        "conflict",
        "campaign_not_draft",
        "Only a draft can be deleted. What was sent stays, so that the figures add up.",
      );
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "campaign:delete",
      targetKind: "campaign",
      targetId: campaignId,
    });
  });
}
