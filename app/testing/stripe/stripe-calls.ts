import { type Params, textOf } from "./form-body";
import type { Item, StripeAccount } from "./stripe-account";

export class StripeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

type Call = (account: StripeAccount, id: string, params: Params, origin: string) => unknown;

const missing = (id: string) =>
  new StripeRefusal(404, "invalid_request_error", "resource_missing", `No such object: '${id}'`);

function found(account: StripeAccount, id: string): Item {
  const item = account.get(id);
  if (!item) throw missing(id);
  return item;
}

const page = (data: unknown[], url: string) => ({ object: "list", data, has_more: false, url });
const withProduct = (account: StripeAccount, price: Item) => ({
  ...price,
  product: account.get(String(price.product)),
});
const withMethod = (account: StripeAccount, subscription: Item) => ({
  ...subscription,
  default_payment_method: account.get(String(subscription.default_payment_method)) ?? null,
});
const ofCustomer = (params: Params) => (item: Item) => item.customer === textOf(params, "customer");

function updateSubscription(account: StripeAccount, id: string, params: Params) {
  const subscription = found(account, id);
  const atEnd = textOf(params, "cancel_at_period_end");
  account.change(subscription, {
    ...(atEnd ? { cancel_at_period_end: atEnd === "true" } : {}),
    ...("cancel_at" in params ? { cancel_at: null } : {}),
  });
  return subscription;
}

/** Method and path, with `:id` for an id. */
export const stripeCalls: Record<string, Call> = {
  "POST /v1/customers": (account, _id, params) =>
    account.add("cus", "customer", {
      email: textOf(params, "email"),
      name: textOf(params, "name"),
      metadata: params.metadata ?? {},
      invoice_settings: { default_payment_method: null },
    }),
  "GET /v1/customers/:id": (account, id) => found(account, id),
  "GET /v1/customers/:id/payment_methods": (account, id) =>
    page(
      account.list("payment_method", ({ customer }) => customer === id),
      "/v1/payment_methods",
    ),
  "POST /v1/payment_methods/:id/detach": (account, id) =>
    Object.assign(found(account, id), { customer: null }),
  "GET /v1/prices": (account) =>
    page(
      account.list("price", ({ active }) => active === true).map((price) => withProduct(account, price)),
      "/v1/prices",
    ),
  "GET /v1/prices/:id": (account, id) => withProduct(account, found(account, id)),
  "POST /v1/checkout/sessions": (account, _id, params, origin) => {
    found(account, textOf(params, "customer"));
    found(account, textOf(params, "line_items", "0", "price"));
    const session = account.openSession(params);
    return Object.assign(session, { url: `${origin}/pay/${session.id}` });
  },
  "GET /v1/checkout/sessions": (account, _id, params) =>
    page(
      account
        .list("checkout.session", ofCustomer(params))
        .filter(({ status }) => status === (textOf(params, "status") || status)),
      "/v1/checkout/sessions",
    ),
  "GET /v1/checkout/sessions/:id": (account, id) => found(account, id),
  "POST /v1/checkout/sessions/:id/expire": (account, id) => {
    const session = found(account, id);
    if (session.status !== "open")
      throw new StripeRefusal(400, "invalid_request_error", "", "Only open sessions can be expired.");
    return Object.assign(session, { status: "expired" });
  },
  "POST /v1/billing_portal/sessions": (account, _id, params, origin) => {
    const customer = found(account, textOf(params, "customer"));
    const back = encodeURIComponent(textOf(params, "return_url"));
    return account.add("bps", "billing_portal.session", {
      url: `${origin}/portal/${customer.id}?back=${back}`,
    });
  },
  "GET /v1/subscriptions": (account, _id, params) =>
    page(
      account.list("subscription", ofCustomer(params)).map((each) => withMethod(account, each)),
      "/v1/subscriptions",
    ),
  "GET /v1/subscriptions/:id": (account, id) => found(account, id),
  "POST /v1/subscriptions/:id": updateSubscription,
  "DELETE /v1/subscriptions/:id": (account, id) => {
    const subscription = found(account, id);
    account.change(subscription, { status: "canceled" });
    return subscription;
  },
  "GET /v1/invoices": (account, _id, params) =>
    page(account.list("invoice", ofCustomer(params)), "/v1/invoices"),
};

export function findStripeCall(method: string, path: string): { call: Call; id: string } | undefined {
  for (const [name, call] of Object.entries(stripeCalls)) {
    const [wanted, shape = ""] = name.split(" ");
    const match = new RegExp(`^${shape.replace(":id", "(\\w+)")}$`).exec(path);
    if (wanted === method && match) return { call, id: match[1] ?? "" };
  }
  return undefined;
}
