import type { LiveDatabase } from "./live-database";
import { pause } from "./seeded-random";

export interface CampaignWatch {
  /** How often the sums were looked at. */
  readonly looks: number;
  /** Every moment at which candidates were not the sum of the states, or more was on its way than connections are open. */
  readonly wrong: string[];
  stop(): Promise<void>;
}

export interface CampaignMoment {
  state: string;
  candidates: number;
  byState: Record<string, number>;
  /** Rows on their way, by process. */
  sendingByOwner: Map<string, number>;
}

/** One statement, so that everything is of the same moment. */
export async function lookAtCampaign(database: LiveDatabase, campaignId: string): Promise<CampaignMoment> {
  const rows = await database.query(
    `select c.state campaign, c.candidates candidates, d.state state, d.lease_owner owner, count(d.id) howmany
     from campaigns c left join deliveries d on d.workspace_id = c.workspace_id and d.campaign_id = c.id
     where c.id = '${campaignId}' group by c.state, c.candidates, d.state, d.lease_owner`,
  );
  const moment: CampaignMoment = {
    state: String(rows[0]?.campaign ?? ""),
    candidates: Number(rows[0]?.candidates ?? 0),
    byState: {},
    sendingByOwner: new Map(),
  };
  for (const { state, owner, howmany } of rows) {
    if (state === null) continue;
    moment.byState[String(state)] = (moment.byState[String(state)] ?? 0) + Number(howmany);
    if (state === "sending") moment.sendingByOwner.set(String(owner), Number(howmany));
  }
  return moment;
}

const sumOf = (moment: CampaignMoment): number =>
  Object.values(moment.byState).reduce((total, howMany) => total + howMany, 0);

/** Looks again and again, whatever is killed meanwhile. */
export function watchCampaign(
  database: LiveDatabase,
  campaignId: string,
  connections: number,
): CampaignWatch {
  let stopped = false;
  let looks = 0;
  const wrong: string[] = [];
  const running = (async () => {
    while (!stopped) {
      const moment = await lookAtCampaign(database, campaignId).catch(() => undefined);
      if (moment) {
        looks += 1;
        if (sumOf(moment) !== moment.candidates) wrong.push(`${JSON.stringify(moment)}`);
        for (const [owner, howMany] of moment.sendingByOwner) {
          if (howMany > connections) wrong.push(`${howMany} on their way from ${owner}`);
        }
      }
      await pause(25);
    }
  })();
  return {
    get looks() {
      return looks;
    },
    wrong,
    async stop() {
      stopped = true;
      await running;
    },
  };
}
