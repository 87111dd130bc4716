import type { Deps } from "../deps";
import { listEndedBefore, unnameDeliveries } from "./old-delivery-queries.server";

const atOnce = 500;
const campaignsAtOnce = 100;

/** Deliveries of campaigns that ended before a moment stay as counts that name nobody; the number of people forgotten. */
export async function forgetRecipients(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  before: number,
): Promise<number> {
  let total = 0;
  for (let after = ""; ; ) {
    const campaigns = await listEndedBefore(deps.db, workspaceId, before, { after, limit: campaignsAtOnce });
    for (const { id } of campaigns) {
      for (let done = atOnce; done === atOnce; ) {
        done = await unnameDeliveries(deps.db, workspaceId, id, atOnce);
        total += done;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    const last = campaigns.at(-1);
    if (!last || campaigns.length < campaignsAtOnce) return total;
    after = last.id;
  }
}
