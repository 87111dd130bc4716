import type { Tx } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import type { Agreement } from "./agreement";
import { changeAgreement, findAgreementOfCustomer } from "./agreement-queries.server";
import { markToldFailed, saveInvoices } from "./invoice-queries.server";
import { listOrderRows, settleOrder } from "./order-queries.server";
import { type CustomerFacts, readCustomer } from "./read-customer.server";
import { stripeOf } from "./stripe-client.server";
import { tellConfirmed, tellFailed, tellOfEnd } from "./tell-payers.server";

const tries = 3;
const actor: Actor = { kind: "system", reason: "stripe" };

async function write(deps: Deps, tx: Tx, was: Agreement, facts: CustomerFacts): Promise<boolean> {
  const now = deps.clock.now();
  const { agreement, invoices, failed, settled } = facts;
  const { workspaceId } = was;
  if (!(await changeAgreement(tx, was, agreement, now))) return false;
  await saveInvoices(tx, workspaceId, invoices);
  for (const { order, state } of settled) {
    const paidAt = state === "paid" ? now : undefined;
    const first = await settleOrder(tx, order, { state, paidAt });
    if (first && state === "paid") await tellConfirmed(deps, tx, agreement, order);
  }
  for (const id of failed) {
    const invoice = invoices.find((each) => each.id === id);
    if (invoice && (await markToldFailed(tx, workspaceId, id, now))) {
      await tellFailed(deps, tx, agreement, invoice);
    }
  }
  await tellOfEnd(deps, tx, was, agreement);
  if (was.status !== agreement.status || was.priceId !== agreement.priceId || was.ends !== agreement.ends) {
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "billing:plan",
      targetKind: "workspace",
      targetId: workspaceId,
      detail: { price: agreement.priceId, status: agreement.status, ends: agreement.ends },
    });
  }
  return true;
}

/**
 * Brings what is stored of a customer to what Stripe says now. Safe to run at any time and in any order: what was read
 * before another change is not written but read again. False for customers that are not of this instance.
 */
export async function syncCustomer(deps: Deps, customerId: string): Promise<boolean> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const was = await findAgreementOfCustomer(deps.db, customerId);
    if (!was) return false;
    const started = await listOrderRows(deps.db, was.workspaceId, "started");
    const orders = started.filter((order) => order.customerId === customerId);
    const facts = await readCustomer(stripeOf(deps), was, orders, deps.clock.now());
    if (await deps.transact((tx) => write(deps, tx, was, facts))) return true;
  }
  throw new Error("The agreement changed while it was read");
}
