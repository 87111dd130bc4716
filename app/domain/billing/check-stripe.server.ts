import type { Deps } from "../deps";
import { currentPlans } from "./current-plans.server";
import { isRefused, stripeOf } from "./stripe-client.server";

export type StripeCheck =
  | { state: "ok"; offered: number }
  /** The key is wrong, or has not the rights. */
  | { state: "refused"; words: string }
  | { state: "away"; words: string };

/** Asks Stripe for one price, and what is offered with this key. */
export async function checkStripe(
  deps: Pick<Deps, "db" | "transact" | "clock" | "config">,
): Promise<StripeCheck> {
  try {
    await stripeOf(deps).prices.list({ limit: 1 });
    return { state: "ok", offered: (await currentPlans(deps)).length };
  } catch (error) {
    return { state: isRefused(error) ? "refused" : "away", words: (error as Error).message };
  }
}
