import type { Deps } from "../deps";
import { decideAll, findHold, type Gate } from "../mail/gate";
import { listAudiencePage } from "../segments/list-audience-page.server";
import { getCampaign } from "./get-campaign.server";
import { wordsOfHold } from "./hold-words";

export interface Forecast {
  candidates: number;
  prepared: number;
  /** By reason. */
  excluded: Record<string, number>;
  /** There are more people than were looked at. */
  more: boolean;
  /** Why nothing would leave just now; undefined while it would. */
  holds: string | undefined;
}

const pageSize = 1000;
const looksAt = 20_000;

/** What keeps a whole workspace back says nothing of single people. */
const ofPeople = (gates: readonly Gate[]): Gate[] =>
  gates.map((gate) =>
    gate.findHolds ? { ...gate, decide: async (_tx, messages) => messages.map(() => "allow") } : gate,
  );

/** Who would get a campaign that is started now, and who would be left out. Writes nothing. */
export async function forecastDelivery(
  deps: Deps & { gates: readonly Gate[] },
  { workspaceId, campaignId }: { workspaceId: string; campaignId: string },
): Promise<Forecast> {
  const { segmentId, topicId } = await getCampaign(deps, workspaceId, campaignId);
  const hold = await findHold(deps.gates, deps.db, workspaceId);
  const holds = hold === undefined ? undefined : wordsOfHold(hold);
  const forecast: Forecast = { candidates: 0, prepared: 0, excluded: {}, more: false, holds };
  const gates = ofPeople(deps.gates);
  let cursor: string | undefined;
  do {
    const page = await listAudiencePage(deps, workspaceId, segmentId || null, { cursor, limit: pageSize });
    const verdicts = await decideAll(
      gates,
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
