import { type Params, textOf } from "./form-body";

export type Item = Record<string, unknown> & { id: string; object: string };

export interface StripeEventBody {
  id: string;
  object: "event";
  type: string;
  created: number;
  livemode: boolean;
  data: { object: Item };
}

const day = 86_400;

/** What an account at Stripe holds, and what happens in it; each change tells an event. */
export function createStripeAccount(now: () => number, tell: (event: StripeEventBody) => void) {
  const items = new Map<string, Item>();
  let made = 0;
  const seconds = () => Math.floor(now() / 1000);
  const get = (id: string) => items.get(id);
  const list = (object: string, fits: (item: Item) => boolean = () => true) =>
    [...items.values()].filter((item) => item.object === object && fits(item)).reverse();

  function add(prefix: string, object: string, fields: Record<string, unknown>): Item {
    made += 1;
    const item = { id: `${prefix}_${made}Fake`, object, livemode: false, created: seconds(), ...fields };
    items.set(item.id, item);
    return item;
  }
  function happened(type: string, item: Item) {
    made += 1;
    const object = structuredClone(item);
    const event = { id: `evt_${made}`, object: "event" as const, type, created: seconds(), livemode: false };
    tell({ ...event, data: { object } });
  }

  function addPrice(name: string, amount: number, interval = "month", active = true): Item {
    const product = add("prod", "product", { name, description: `${name} of the shop`, active: true });
    return add("price", "price", {
      product: product.id,
      active,
      type: "recurring",
      unit_amount: amount,
      currency: "eur",
      recurring: { interval, interval_count: 1, usage_type: "licensed" },
    });
  }

  function openSession(params: Params): Item {
    const session = add("cs_test", "checkout.session", {
      customer: textOf(params, "customer"),
      client_reference_id: textOf(params, "client_reference_id"),
      price: textOf(params, "line_items", "0", "price"),
      message: textOf(params, "custom_text", "submit", "message"),
      success_url: textOf(params, "success_url"),
      cancel_url: textOf(params, "cancel_url"),
      status: "open",
      payment_status: "unpaid",
    });
    return session;
  }

  function addInvoice(customer: unknown, price: Item, fields: Record<string, unknown>): Item {
    const paid = fields.status === "paid";
    return add("in", "invoice", {
      customer,
      number: `F-${made}`,
      attempted: true,
      attempt_count: 1,
      amount_due: price.unit_amount,
      amount_paid: paid ? price.unit_amount : 0,
      currency: price.currency,
      hosted_invoice_url: `https://invoice.stripe.com/i/${made}`,
      invoice_pdf: `https://pay.stripe.com/invoice/${made}/pdf`,
      status_transitions: { paid_at: paid ? seconds() : null },
      ...fields,
    });
  }

  /** Whoever pays pressed the button of the hosted page. */
  function pay(session: Item, last4 = "4242"): Item {
    const price = get(String(session.price)) as Item;
    const method = add("pm", "payment_method", { customer: session.customer, card: { last4 } });
    const subscription = add("sub", "subscription", {
      customer: session.customer,
      status: "active",
      cancel_at_period_end: false,
      cancel_at: null,
      ended_at: null,
      default_payment_method: method.id,
      items: {
        object: "list",
        data: [{ id: "si_1", price, quantity: 1, current_period_end: seconds() + 30 * day }],
      },
    });
    happened("customer.subscription.created", subscription);
    const invoice = addInvoice(session.customer, price, { status: "paid" });
    happened("invoice.paid", invoice);
    Object.assign(session, { status: "complete", payment_status: "paid" });
    Object.assign(session, { subscription: subscription.id, invoice: invoice.id });
    happened("checkout.session.completed", session);
    return subscription;
  }

  /** A debit that takes days: ordered, and neither paid nor refused yet. */
  function debit(session: Item): Item {
    const subscription = pay(session);
    session.payment_status = "unpaid";
    const invoice = get(String(session.invoice)) as Item;
    Object.assign(invoice, { status: "open", amount_paid: 0, status_transitions: { paid_at: null } });
    return subscription;
  }

  function change(subscription: Item, fields: Record<string, unknown>) {
    const endedAt = fields.status === "canceled" ? { ended_at: seconds() } : {};
    Object.assign(subscription, fields, endedAt);
    const type = fields.status === "canceled" ? "deleted" : "updated";
    happened(`customer.subscription.${type}`, subscription);
  }

  /** A renewal that could not be charged. */
  function failRenewal(subscription: Item): Item {
    const { data } = subscription.items as { data: { price: Item }[] };
    const invoice = addInvoice(subscription.customer, data[0]?.price as Item, { status: "open" });
    change(subscription, { status: "past_due" });
    happened("invoice.payment_failed", invoice);
    return invoice;
  }

  function payInvoice(invoice: Item, subscription: Item) {
    Object.assign(invoice, { status: "paid", amount_paid: invoice.amount_due });
    invoice.status_transitions = { paid_at: seconds() };
    change(subscription, { status: "active" });
    happened("invoice.paid", invoice);
  }

  return {
    items,
    get,
    list,
    add,
    addPrice,
    openSession,
    pay,
    debit,
    change,
    failRenewal,
    payInvoice,
    happened,
  };
}

export type StripeAccount = ReturnType<typeof createStripeAccount>;
