import { z } from "zod";
import { defineJob } from "../jobs/job";

/** Reads again what Stripe says of a customer. */
export const syncJob = defineJob("billing.sync", z.object({ customerId: z.string() }), { maxAttempts: 20 });
/** Reads the offered prices again. */
export const plansJob = defineJob("billing.refresh-plans", z.object({}));
/** A try each hour at the most: longer than any grace period, since whoever pays would be charged again. */
const untilDone = { maxAttempts: 24 * 90 };

/** The plan shall not be renewed: its workspace closes. */
export const stopJob = defineJob("billing.stop-renewal", z.object({ workspaceId: z.string() }), untilDone);
/** The workspace is gone: nothing is charged any more, and Stripe forgets the means of payment. */
export const closeJob = defineJob("billing.close", z.object({ customerIds: z.array(z.string()) }), untilDone);
