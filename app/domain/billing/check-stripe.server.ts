import type { Deps } from "../deps";
import { listPlanRows } from "./plan-queries.server";
import { isRefused, stripeOf } from "./stripe-client.server";

export type StripeCheck =
  | { state: "ok"; offered: number }
  /** The key is wrong, or has not the rights. */
  | { state: "refused"; words: string }
  | { state: "away"; words: string };

/** Asks Stripe for one price. */
export async function checkStripe(deps: Pick<Deps, "db" | "config">): Promise<StripeCheck> {
  try {
    await stripeOf(deps).prices.list({ limit: 1 });
  } catch (error) {
    return { state: isRefused(error) ? "refused" : "away", words: (error as Error).message };
  }
  return { state: "ok", offered: (await listPlanRows(deps.db)).length };
}
