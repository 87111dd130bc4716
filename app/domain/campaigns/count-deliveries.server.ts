import type { Deps } from "../deps";
import type { CampaignState } from "./campaign";
import { countByState, countMarks, type Mark } from "./count-queries.server";
import type { DeliveryState } from "./delivery";
import { getCampaign } from "./get-campaign.server";

export interface DeliveryCounts {
  state: CampaignState;
  /** The sum of all states below. */
  candidates: number;
  states: Record<DeliveryState, number>;
  /** Left out, by reason. */
  excluded: Record<string, number>;
  /** Not handed over, by reason. */
  failed: Record<string, number>;
  /** Unknown outcomes that nobody has decided about. */
  undecided: number;
  marks: Record<Mark, number>;
}

const none: Record<DeliveryState, number> = {
  prepared: 0,
  sending: 0,
  sent: 0,
  failed: 0,
  excluded: 0,
  cancelled: 0,
  unknown: 0,
};

/** Where everybody of a campaign's audience stands. */
export async function countDeliveries(
  deps: Pick<Deps, "db" | "reader">,
  workspaceId: string,
  campaignId: string,
): Promise<DeliveryCounts> {
  const { state } = await getCampaign(deps, workspaceId, campaignId);
  const counts: DeliveryCounts = {
    state,
    candidates: 0,
    states: { ...none },
    excluded: {},
    failed: {},
    undecided: 0,
    marks: await countMarks(deps.reader, workspaceId, campaignId),
  };
  for (const row of await countByState(deps.reader, workspaceId, campaignId)) {
    counts.candidates += row.count;
    counts.states[row.state as DeliveryState] += row.count;
    if (row.state === "excluded") counts.excluded[row.reason] = row.count;
    if (row.state === "failed") counts.failed[row.reason] = row.count;
    if (row.state === "unknown" && row.reason === "") counts.undecided = row.count;
  }
  return counts;
}
