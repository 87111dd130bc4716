import { createHash } from "node:crypto";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { readInstanceFact, writeInstanceFact } from "../keys/instance-fact.server";
import type { Plan } from "./plan";
import { listPlanRows, replacePlans } from "./plan-queries.server";
import { readPrices } from "./read-prices.server";
import { notConfigured, stripeOf } from "./stripe-client.server";

type NeededDeps = Pick<Deps, "db" | "transact" | "clock" | "config">;

function fingerprint({ config }: Pick<Deps, "config">): string {
  if (!config.billing) throw notConfigured();
  const { secretKey, apiBase = "" } = config.billing;
  return createHash("sha256").update(`foyer billing ${secretKey} ${apiBase}`).digest("hex").slice(0, 16);
}

/** What can be ordered now, as the key of the settings tells it. */
export async function keepPlans(
  deps: Pick<Deps, "clock" | "config">,
  tx: Executor,
  plans: readonly Plan[],
): Promise<void> {
  await replacePlans(tx, plans, deps.clock.now());
  await writeInstanceFact({ db: tx, clock: deps.clock }, "billing_key", fingerprint(deps));
}

/** Names and amounts as they are now; what is not sold any more, or not with this key, is not offered any more. */
export async function refreshPlans(deps: NeededDeps): Promise<void> {
  const known = (await listPlanRows(deps.db)).length > 0;
  const prices = known ? await readPrices(stripeOf(deps)) : [];
  await deps.transact(async (tx) => {
    // The operator may have chosen others while Stripe answered.
    const offered = new Set((await listPlanRows(tx)).map(({ priceId }) => priceId));
    if (!known && offered.size > 0) return;
    const kept = prices.filter(({ priceId }) => offered.has(priceId));
    await keepPlans(deps, tx, kept);
  });
}

/** What can be ordered here. After a change of the key Stripe is asked first, since each key knows its own prices. */
export async function currentPlans(deps: NeededDeps): Promise<Plan[]> {
  if ((await readInstanceFact(deps, "billing_key")) !== fingerprint(deps)) await refreshPlans(deps);
  return listPlanRows(deps.db);
}
