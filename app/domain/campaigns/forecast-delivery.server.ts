import type { Deps } from "../deps";
import { decideAll, type Gate } from "../mail/gate";
import { listAudiencePage } from "../segments/list-audience-page.server";
import { getCampaign } from "./get-campaign.server";

export interface Forecast {
  candidates: number;
  prepared: number;
  /** By reason. */
  excluded: Record<string, number>;
  /** There are more people than were looked at. */
  more: boolean;
}

const pageSize = 1000;
const looksAt = 20_000;

/** Who would get a campaign that is started now, and who would be left out. Writes nothing. */
export async function forecastDelivery(
  deps: Deps & { gates: readonly Gate[] },
  { workspaceId, campaignId }: { workspaceId: string; campaignId: string },
): Promise<Forecast> {
  const { segmentId, topicId } = await getCampaign(deps, workspaceId, campaignId);
  const forecast: Forecast = { candidates: 0, prepared: 0, excluded: {}, more: false };
  let cursor: string | undefined;
  do {
    const page = await listAudiencePage(deps, workspaceId, segmentId || null, { cursor, limit: pageSize });
    const verdicts = await decideAll(
      deps.gates,
      deps.db,
      page.rows.map(({ leadId, addressHash, email }) => ({
        workspaceId,
        leadId,
        addressHash,
        topicId,
        email,
      })),
    );
    for (const verdict of verdicts) {
      if (verdict === "allow" || "hold" in verdict) forecast.prepared += 1;
      else forecast.excluded[verdict.exclude] = (forecast.excluded[verdict.exclude] ?? 0) + 1;
    }
    forecast.candidates += page.rows.length;
    cursor = page.nextCursor;
  } while (cursor && forecast.candidates < looksAt);
  forecast.more = cursor !== undefined;
  return forecast;
}
