import type { Actor } from "../actor";
import type { Deps } from "../deps";
import type { Campaign } from "./campaign";
import { createCampaign } from "./create-campaign.server";
import { getCampaign, getCampaignDocument } from "./get-campaign.server";

/** A draft with the same content and choices. */
export async function copyCampaign(
  deps: Deps,
  actor: Actor,
  { workspaceId, campaignId }: { workspaceId: string; campaignId: string },
): Promise<Campaign> {
  const { name, subject, preheader, senderId, topicId, segmentId } = await getCampaign(
    deps,
    workspaceId,
    campaignId,
  );
  const document = await getCampaignDocument(deps, workspaceId, campaignId);
  return createCampaign(deps, actor, {
    workspaceId,
    name: `${name} (copy)`,
    subject,
    preheader,
    senderId,
    topicId,
    segmentId,
    document,
  });
}
