import type Stripe from "stripe";
import { plainLine } from "~/lib/plain-text";
import { type Agreement, isEnded, isGone, isOwing, isRunning } from "./agreement";
import type { Invoice, Order, OrderState } from "./order";
import { everyOf } from "./read-prices.server";
import { isMissing, unlessMissing } from "./stripe-client.server";

export interface CustomerFacts {
  agreement: Agreement;
  invoices: readonly Invoice[];
  /** Invoices that were tried and could not be paid. */
  failed: readonly string[];
  settled: readonly { order: Order; state: OrderState }[];
}

const ms = (seconds: number | null | undefined) => (seconds ? seconds * 1000 : undefined);
const most = 100;
const dayMs = 86_400_000;

/** The one that counts: what runs before what ended, then the newest. */
const presentOf = (subscriptions: readonly Stripe.Subscription[]): Stripe.Subscription | undefined =>
  [...subscriptions].sort(
    (a, b) => Number(isRunning(b)) - Number(isRunning(a)) || b.created - a.created || (a.id < b.id ? 1 : -1),
  )[0];

const fourOf = (method: string | Stripe.PaymentMethod | null | undefined): string =>
  (typeof method === "object" && (method?.card?.last4 ?? method?.sepa_debit?.last4)) || "";

async function readCustomerObject(stripe: Stripe, customerId: string): Promise<Stripe.Customer | undefined> {
  try {
    const expand = ["invoice_settings.default_payment_method"];
    const customer = await stripe.customers.retrieve(customerId, { expand });
    return customer.deleted ? undefined : customer;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function nameOf(stripe: Stripe, was: Agreement, price: Stripe.Price): Promise<string> {
  if (was.priceId === price.id && was.planName) return was.planName;
  const { product } = await stripe.prices.retrieve(price.id, { expand: ["product"] });
  return typeof product === "object" && !product.deleted ? plainLine(product.name, 120) : price.id;
}

const toInvoice = (invoice: Stripe.Invoice, customerId: string): Invoice => ({
  id: invoice.id ?? "",
  customerId,
  number: invoice.number ?? "",
  status: invoice.status ?? "",
  amountDue: invoice.amount_due,
  amountPaid: invoice.amount_paid,
  currency: invoice.currency,
  url: invoice.hosted_invoice_url ?? "",
  pdfUrl: invoice.invoice_pdf ?? "",
  createdAt: invoice.created * 1000,
  paidAt: ms(invoice.status_transitions.paid_at),
});

const idOf = (item: string | { id?: string } | null): string =>
  (typeof item === "string" ? item : item?.id) ?? "";

/** A debit that was refused leaves its page complete and unpaid for good: the plan says how it went. */
async function stateOfUnpaid(
  stripe: Stripe,
  session: Stripe.Checkout.Session,
  invoices: readonly Invoice[],
): Promise<OrderState> {
  if (invoices.some(({ id, status }) => id === idOf(session.invoice) && status === "paid")) return "paid";
  const subscription = await unlessMissing(stripe.subscriptions.retrieve(idOf(session.subscription)));
  return !subscription || isEnded(subscription) ? "expired" : "started";
}

async function stateOf(stripe: Stripe, order: Order, invoices: readonly Invoice[], now: number) {
  if (!order.sessionId) return order.createdAt < now - dayMs ? "expired" : "started";
  const session = await unlessMissing(stripe.checkout.sessions.retrieve(order.sessionId));
  if (!session || session.status === "expired") return "expired";
  if (session.status !== "complete") return "started";
  return session.payment_status === "unpaid" ? stateOfUnpaid(stripe, session, invoices) : "paid";
}

async function settledOrders(
  stripe: Stripe,
  orders: readonly Order[],
  invoices: readonly Invoice[],
  now: number,
) {
  const settled: { order: Order; state: OrderState }[] = [];
  for (const order of orders) {
    const state = await stateOf(stripe, order, invoices, now);
    if (state !== "started") settled.push({ order, state });
  }
  return settled;
}

async function agreementOf(stripe: Stripe, was: Agreement, customer: Stripe.Customer, now: number) {
  const { data } = await stripe.subscriptions.list({
    customer: was.customerId,
    status: "all",
    limit: most,
    expand: ["data.default_payment_method"],
  });
  const payerEmail = customer.email ?? was.payerEmail;
  const payerName = plainLine(customer.name ?? was.payerName, 200);
  const subscription = presentOf(data);
  const item = subscription?.items.data[0];
  if (!subscription || !item) {
    return { ...was, payerEmail, payerName, status: isGone(was) ? "none" : was.status };
  }
  const { status } = subscription;
  const four = fourOf(subscription.default_payment_method);
  return {
    ...was,
    payerEmail,
    payerName,
    subscriptionId: subscription.id,
    priceId: item.price.id,
    planName: await nameOf(stripe, was, item.price),
    amount: (item.price.unit_amount ?? 0) * (item.quantity ?? 1),
    currency: item.price.currency,
    every: everyOf(item.price),
    status,
    ends: subscription.cancel_at_period_end || subscription.cancel_at !== null,
    periodEnd: ms(subscription.ended_at) ?? ms(subscription.cancel_at) ?? ms(item.current_period_end),
    lastFour: isEnded({ status })
      ? ""
      : (four || fourOf(customer.invoice_settings.default_payment_method)).slice(-4),
    unpaidSince: isOwing(status) ? (was.unpaidSince ?? now) : was.unpaidSince,
  };
}

/** What Stripe says of a customer now, whatever event asked for it. */
export async function readCustomer(
  stripe: Stripe,
  was: Agreement,
  orders: readonly Order[],
  now: number,
): Promise<CustomerFacts> {
  const customer = await readCustomerObject(stripe, was.customerId);
  if (!customer) {
    const agreement = { ...was, status: "gone", lastFour: "", ends: false, unpaidSince: undefined };
    const settled = orders.map((order) => ({ order, state: "expired" as const }));
    return { agreement, invoices: [], failed: [], settled };
  }
  const agreement = await agreementOf(stripe, was, customer, now);
  const found = (await stripe.invoices.list({ customer: was.customerId, limit: most })).data.filter(
    ({ status }) => status !== "draft",
  );
  const failed = found.filter(({ status, attempted }) => status === "open" && attempted);
  const owes = found.some(
    ({ status, attempted }) => attempted && (status === "open" || status === "uncollectible"),
  );
  const stillOwed = isOwing(agreement.status) || (isEnded(agreement) && owes);
  const invoices = found.map((invoice) => toInvoice(invoice, was.customerId));
  return {
    agreement: { ...agreement, unpaidSince: stillOwed ? agreement.unpaidSince : undefined },
    invoices,
    failed: isOwing(agreement.status) ? failed.map(({ id }) => id ?? "") : [],
    settled: await settledOrders(stripe, orders, invoices, now),
  };
}
