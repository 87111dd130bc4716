import type { Deps } from "../deps";
import { enqueueJob } from "../jobs/enqueue-job.server";
import { insertStripeEvent } from "./billing-event-queries.server";
import { plansJob, syncJob } from "./billing-job";
import type { StripeEvent } from "./stripe-event";

/** Notes an event and what has to be read again, in one commit. False when it came before. */
export function takeStripeEvent(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  event: StripeEvent,
): Promise<boolean> {
  return deps.transact(async (tx) => {
    if (!(await insertStripeEvent(tx, event, deps.clock.now()))) return false;
    const { about } = event;
    const uniqueKey = event.id;
    if (about.kind === "customer") {
      const payload = { customerId: about.customerId };
      await enqueueJob(deps, tx, syncJob, { workspaceId: "", payload, uniqueKey });
    }
    if (about.kind === "prices")
      await enqueueJob(deps, tx, plansJob, { workspaceId: "", payload: {}, uniqueKey });
    return true;
  });
}
