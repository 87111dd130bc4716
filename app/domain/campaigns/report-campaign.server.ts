import { findTopic } from "../consent/list-topics.server";
import type { Deps } from "../deps";
import { findSegment } from "../segments/list-segments.server";
import { type OpenReport, reportOpens } from "../tracking/report-opens.server";
import type { Campaign } from "./campaign";
import { countDeliveries, type DeliveryCounts } from "./count-deliveries.server";
import { type FrozenSender, findFrozenVersion } from "./frozen-version.server";
import { getCampaign } from "./get-campaign.server";

export interface CampaignReport {
  campaign: Campaign;
  counts: DeliveryCounts;
  hours: OpenReport;
  links: { target: string; people: number; machines: number }[];
  sender: FrozenSender | undefined;
  segmentName: string;
  topicName: string;
}

export const reportedHours = 72;

/** Everything the report of a campaign shows. */
export async function reportCampaign(
  deps: Deps,
  { workspaceId, campaignId }: { workspaceId: string; campaignId: string },
): Promise<CampaignReport> {
  const campaign = await getCampaign(deps, workspaceId, campaignId);
  const from = Math.max(campaign.sendAt ?? 0, campaign.startedAt ?? campaign.createdAt);
  const [counts, hours, version, segment, topic] = await Promise.all([
    countDeliveries(deps, workspaceId, campaignId),
    reportOpens(deps, { workspaceId, campaignId, from, hours: reportedHours }),
    campaign.versionId ? findFrozenVersion(deps.db, workspaceId, campaign.versionId) : undefined,
    campaign.segmentId ? findSegment(deps, workspaceId, campaign.segmentId) : undefined,
    campaign.topicId ? findTopic(deps, workspaceId, campaign.topicId) : undefined,
  ]);
  const links = hours.links
    .map(({ link, people, machines }) => ({ target: version?.links[link] ?? "", people, machines }))
    .filter(({ target }) => target !== "")
    .sort((a, b) => b.people - a.people);
  return {
    campaign,
    counts,
    hours,
    links,
    sender: version?.sender,
    segmentName: segment?.name ?? "",
    topicName: topic?.name ?? "",
  };
}
