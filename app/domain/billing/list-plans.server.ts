import type { Deps } from "../deps";
import type { Plan } from "./plan";
import { listPlanRows } from "./plan-queries.server";
import { readPrices } from "./read-prices.server";
import { askStripe } from "./stripe-client.server";

/** What can be ordered here. */
export const listPlans = (deps: Pick<Deps, "db">): Promise<Plan[]> => listPlanRows(deps.db);

/** All recurring prices at Stripe, with what is offered of them; for the operator. */
export async function listPrices(
  deps: Pick<Deps, "db" | "config" | "log">,
): Promise<(Plan & { offered: boolean })[]> {
  const offered = new Set((await listPlanRows(deps.db)).map(({ priceId }) => priceId));
  const prices = await askStripe(deps, readPrices);
  return prices.map((price) => ({ ...price, offered: offered.has(price.priceId) }));
}
