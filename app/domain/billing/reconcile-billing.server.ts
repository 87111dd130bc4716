import type { Deps } from "../deps";
import { listAllCustomers } from "./agreement-queries.server";
import { deleteEventsBefore } from "./billing-event-queries.server";
import { refreshPlans } from "./current-plans.server";
import { followCustomer } from "./follow-customer.server";

const atOnce = 100;
/** Longer than Stripe sends an event again, also by hand. */
const eventsKeptMs = 30 * 86_400_000;

/** Reads again what events may have missed; the number of customers read. */
export async function reconcileBilling(deps: Deps): Promise<number> {
  await deleteEventsBefore(deps.db, deps.clock.now() - eventsKeptMs);
  if (!deps.config.billing) return 0;
  let read = 0;
  await refreshPlans(deps);
  for (let after = ""; ; ) {
    const found = await listAllCustomers(deps.db, { after, limit: atOnce });
    for (const customerId of found) {
      try {
        await followCustomer(deps, customerId);
        read += 1;
      } catch (error) {
        deps.log.error({ err: error, customerId }, "customer could not be read from Stripe");
      }
    }
    const last = found.at(-1);
    if (!last || found.length < atOnce) return read;
    after = last;
  }
}
