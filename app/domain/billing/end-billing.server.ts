import type { Tx } from "~db/schema/executor";
import type { Deps } from "../deps";
import { enqueueJob } from "../jobs/enqueue-job.server";
import { isRunning } from "./agreement";
import { listAgreementRows } from "./agreement-queries.server";
import { closeJob, stopJob } from "./billing-job";
import { changeRenewal } from "./change-renewal.server";
import { isMissing, stripeOf } from "./stripe-client.server";

type QueueDeps = Pick<Deps, "clock" | "ids" | "config">;

/** A workspace that closes is not charged for another period. */
export async function stopRenewalLater(deps: QueueDeps, tx: Tx, workspaceId: string): Promise<void> {
  if (!deps.config.billing) return;
  await enqueueJob(deps, tx, stopJob, { workspaceId, payload: { workspaceId }, uniqueKey: workspaceId });
}

/** Before the agreements of a deleted workspace go: ends them at Stripe, from a job that is no one's. */
export async function closeBillingLater(deps: QueueDeps, tx: Tx, workspaceId: string): Promise<void> {
  if (!deps.config.billing) return;
  const customerIds = (await listAgreementRows(tx, workspaceId)).map(({ customerId }) => customerId);
  if (customerIds.length === 0) return;
  await enqueueJob(deps, tx, closeJob, { workspaceId: "", payload: { customerIds }, uniqueKey: workspaceId });
}

export async function stopRenewal(deps: Deps, workspaceId: string): Promise<void> {
  const running = (await listAgreementRows(deps.db, workspaceId)).find(isRunning);
  if (!running || running.ends) return;
  await changeRenewal(deps, { kind: "system", reason: "leaving" }, { workspaceId, renews: false });
}

/** Nothing is charged any more, and no means of payment stays. Invoices stay at Stripe as long as the law asks. */
export async function closeCustomers(
  deps: Pick<Deps, "config">,
  { customerIds }: { customerIds: readonly string[] },
): Promise<void> {
  const stripe = stripeOf(deps);
  for (const customer of customerIds) {
    try {
      const subscriptions = await stripe.subscriptions.list({ customer, status: "all", limit: 100 });
      for (const each of subscriptions.data.filter((found) => isRunning(found))) {
        await stripe.subscriptions.cancel(each.id, {}, { idempotencyKey: `foyer-close-${each.id}` });
      }
      const methods = await stripe.customers.listPaymentMethods(customer, { limit: 100 });
      for (const { id } of methods.data) await stripe.paymentMethods.detach(id);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}
