import { platformScope } from "~/lib/ids";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { keepPlans } from "./current-plans.server";
import { readPrices } from "./read-prices.server";
import { askStripe } from "./stripe-client.server";

/** The operator says which prices of Stripe can be ordered. Plans that run go on as they are. */
export async function offerPlans(
  deps: Pick<Deps, "db" | "transact" | "clock" | "ids" | "config" | "log">,
  actor: Extract<Actor, { kind: "staff" | "system" }>,
  priceIds: readonly string[],
): Promise<number> {
  const prices = await askStripe(deps, readPrices);
  const chosen = prices.filter(({ priceId }) => priceIds.includes(priceId));
  if (chosen.length < new Set(priceIds).size) {
    throw new DomainError(
      "conflict",
      "price_gone",
      "One of these prices is not at Stripe any more. Nothing was changed. Look at the list again.",
    );
  }
  await deps.transact(async (tx) => {
    await keepPlans(deps, tx, chosen);
    await recordAudit(deps, tx, {
      workspaceId: platformScope,
      actor,
      action: "billing:offer",
      targetKind: "instance",
      targetId: platformScope,
      detail: { prices: chosen.map(({ priceId }) => priceId) },
    });
  });
  return chosen.length;
}
