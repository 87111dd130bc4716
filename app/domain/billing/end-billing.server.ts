import type Stripe from "stripe";
import type { Tx } from "~db/schema/executor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { enqueueJob } from "../jobs/enqueue-job.server";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import { type Agreement, isEnded, isRunning } from "./agreement";
import { listAgreementRows } from "./agreement-queries.server";
import { closeJob, stopJob } from "./billing-job";
import { listOrderRows, settleOrder } from "./order-queries.server";
import { stripeOf, unlessMissing } from "./stripe-client.server";
import { syncCustomer } from "./sync-customer.server";

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

/** Nothing that was ordered before can be paid any more. */
async function expirePages(stripe: Stripe, customer: string): Promise<void> {
  const open = await unlessMissing(stripe.checkout.sessions.list({ customer, status: "open", limit: 100 }));
  for (const { id } of open?.data ?? []) await unlessMissing(stripe.checkout.sessions.expire(id));
}

const subscriptionsOf = async (stripe: Stripe, customer: string): Promise<Stripe.Subscription[]> =>
  (await unlessMissing(stripe.subscriptions.list({ customer, status: "all", limit: 100 })))?.data ?? [];

async function stopPlans(deps: Deps, stripe: Stripe, agreement: Agreement): Promise<void> {
  const { workspaceId, customerId, revision } = agreement;
  for (const { id, status, cancel_at, cancel_at_period_end } of await subscriptionsOf(stripe, customerId)) {
    if (!isRunning({ status }) || cancel_at_period_end || cancel_at !== null) continue;
    await recordAudit(deps, deps.db, {
      workspaceId,
      actor: { kind: "system", reason: "leaving" },
      action: "billing:cancel",
      targetKind: "workspace",
      targetId: workspaceId,
    });
    const idempotencyKey = `foyer-renewal-${id}-${revision}-false`;
    await unlessMissing(stripe.subscriptions.update(id, { cancel_at_period_end: true }, { idempotencyKey }));
  }
}

/** While a workspace closes: no page of payment stays open, and no plan of any payer renews. */
export async function stopRenewal(deps: Deps, workspaceId: string): Promise<void> {
  if ((await findWorkspaceById(deps, workspaceId))?.standing !== "closing") return;
  const stripe = stripeOf(deps);
  for (const order of await listOrderRows(deps.db, workspaceId, "started")) {
    if (!order.sessionId) await settleOrder(deps.db, order, { state: "expired", paidAt: undefined });
  }
  for (const agreement of await listAgreementRows(deps.db, workspaceId)) {
    await expirePages(stripe, agreement.customerId);
    await stopPlans(deps, stripe, agreement);
    await syncCustomer(deps, agreement.customerId);
  }
}

/** Nothing is charged any more, and no means of payment stays. Invoices stay at Stripe as long as the law asks. */
export async function closeCustomers(
  deps: Pick<Deps, "config">,
  { customerIds }: { customerIds: readonly string[] },
): Promise<void> {
  const stripe = stripeOf(deps);
  for (const customer of customerIds) {
    await expirePages(stripe, customer);
    for (const { id, status } of await subscriptionsOf(stripe, customer)) {
      if (isEnded({ status })) continue;
      await unlessMissing(stripe.subscriptions.cancel(id, {}, { idempotencyKey: `foyer-close-${id}` }));
    }
    const methods = await unlessMissing(stripe.customers.listPaymentMethods(customer, { limit: 100 }));
    for (const { id } of methods?.data ?? []) await unlessMissing(stripe.paymentMethods.detach(id));
  }
}
