import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { type PaymentStanding, paymentStanding, presentAgreement } from "./agreement";
import { listAgreementRows } from "./agreement-queries.server";
import { currentPlans } from "./current-plans.server";
import { followCustomer } from "./follow-customer.server";
import { listInvoiceRows } from "./invoice-queries.server";
import { listOrderRows } from "./order-queries.server";
import type { Plan } from "./plan";
import { notConfigured } from "./stripe-client.server";

const shownInvoices = 36;

type LookingDeps = Pick<Deps, "db" | "transact" | "clock" | "config" | "log">;

/** Nothing can be ordered while Stripe cannot say what it knows under a new key. */
async function offered(deps: LookingDeps): Promise<Plan[]> {
  try {
    return await currentPlans(deps);
  } catch (error) {
    deps.log.warn({ err: error }, "plans could not be read from Stripe; none is offered until they are");
    return [];
  }
}

/** Plan, payer, invoices and what can be ordered, for the owner of a workspace. */
export async function findBilling(deps: LookingDeps, workspaceId: string) {
  if (!deps.config.billing) throw notConfigured();
  const agreements = await listAgreementRows(deps.db, workspaceId);
  return {
    agreement: presentAgreement(agreements),
    standing: paymentStanding(agreements, deps.clock.now()),
    invoices: await listInvoiceRows(deps.db, workspaceId, shownInvoices),
    started: await listOrderRows(deps.db, workspaceId, "started"),
    plans: await offered(deps),
  };
}

/** Whoever comes back from paying shall not have to wait for Stripe's word: it is asked. */
export async function settleReturn(
  deps: Deps,
  input: { workspaceId: string; orderId: string },
): Promise<void> {
  const started = await listOrderRows(deps.db, input.workspaceId, "started");
  const order = started.find(({ id }) => id === input.orderId);
  if (!order) return;
  try {
    await followCustomer(deps, order.customerId);
  } catch (error) {
    deps.log.warn({ err: error, orderId: order.id }, "order not settled on return; its event will settle it");
  }
}

/** Without payments nobody owes anything. */
export async function findPaymentStanding(
  deps: Pick<Deps, "clock" | "config">,
  db: Executor,
  workspaceId: string,
): Promise<PaymentStanding> {
  if (!deps.config.billing) return { kind: "good" };
  return paymentStanding(await listAgreementRows(db, workspaceId), deps.clock.now());
}
