import { c, defineTables } from "./define";

const kept = "records of orders and payments are kept seven years, as tax law asks";

export const billingTables = defineTables("billing", {
  /** Who pays for a workspace, and what Stripe says of the plan. */
  billing_agreements: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "contract",
    retention: "workspace",
    exported: true,
    subject: {
      kind: "address",
      column: "payer_email",
      erase: "keep",
      reason: "who pays under a running agreement; goes with the workspace",
    },
    columns: {
      workspace_id: c.id(),
      /** The customer at Stripe. */
      customer_id: c.ascii(100),
      payer_email: c.text(320).personal(),
      payer_name: c.text(200).personal(),
      subscription_id: c.ascii(100),
      price_id: c.ascii(100),
      plan_name: c.text(120),
      /** In the smallest unit of the currency. */
      amount: c.int(),
      currency: c.ascii(3),
      /** month, or 3 month */
      every: c.ascii(20),
      /** none before the first payment, gone when Stripe knows the customer no more; otherwise as Stripe says it. */
      status: c.ascii(24),
      /** 1: ends with the period that is paid for. */
      ends: c.bool(),
      period_end: c.ms().nullable(),
      /** Of the card, to tell it from others; empty as soon as the agreement ends. */
      last_four: c.ascii(4).personal(),
      /** When a payment was first missing; empties when it is there. */
      unpaid_since: c.ms().nullable(),
      /** Grows with each change: what was read before another change is not written. */
      revision: c.int(),
      created_at: c.ms(),
      updated_at: c.ms(),
    },
    primaryKey: ["workspace_id", "customer_id"],
    index: [["customer_id"]],
  },
  /** What was ordered, by whom, and the words that were agreed to before paying. */
  billing_orders: {
    scope: "tenant",
    purpose: "billing_records",
    basis: "legal_obligation",
    retention: "billing",
    exported: true,
    subject: { kind: "account", column: "ordered_by", erase: "keep", reason: kept },
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      customer_id: c.ascii(100),
      /** The Checkout session at Stripe. */
      session_id: c.ascii(120),
      ordered_by: c.ascii(26),
      payer_email: c.text(320).personal(),
      payer_name: c.text(200).personal(),
      price_id: c.ascii(100),
      plan_name: c.text(120),
      amount: c.int(),
      currency: c.ascii(3),
      every: c.ascii(20),
      /** As they were shown beside the box that was ticked. */
      agreed_words: c.text(1000),
      agreed_at: c.ms(),
      /** started, paid or expired */
      state: c.ascii(12),
      paid_at: c.ms().nullable(),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["state", "created_at"], ["created_at"]],
  },
  billing_invoices: {
    scope: "tenant",
    purpose: "billing_records",
    basis: "legal_obligation",
    retention: "billing",
    exported: true,
    columns: {
      workspace_id: c.id(),
      /** As Stripe names it. */
      id: c.ascii(100),
      customer_id: c.ascii(100),
      number: c.ascii(60),
      /** open, paid, void or uncollectible */
      status: c.ascii(20),
      amount_due: c.int(),
      amount_paid: c.int(),
      currency: c.ascii(3),
      /** Its page at Stripe. */
      url: c.text(2000),
      pdf_url: c.text(2000),
      created_at: c.ms(),
      paid_at: c.ms().nullable(),
      /** When the payer was told that it could not be paid. */
      told_failed_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["created_at"]],
  },
  /** Prices of Stripe that the operator offers. */
  billing_plans: {
    scope: "platform",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "forever",
    exported: false,
    columns: {
      price_id: c.ascii(100),
      name: c.text(120),
      description: c.text(500),
      amount: c.int(),
      currency: c.ascii(3),
      every: c.ascii(20),
      offered_at: c.ms(),
    },
    primaryKey: ["price_id"],
  },
  /** Events of Stripe that came: each is worked on once. */
  billing_events: {
    scope: "platform",
    purpose: "provide_service",
    basis: "contract",
    retention: "work",
    exported: false,
    columns: {
      event_id: c.ascii(100),
      type: c.ascii(100),
      customer_id: c.ascii(100),
      /** When it happened at Stripe. */
      happened_at: c.ms(),
      created_at: c.ms(),
    },
    primaryKey: ["event_id"],
    index: [["created_at"]],
  },
});
