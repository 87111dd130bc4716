import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Stripe from "stripe";
import { freePort } from "../db/mariadb";
import { readFormBody } from "./form-body";
import { createStripeAccount, type StripeEventBody } from "./stripe-account";
import { findStripeCall, StripeRefusal } from "./stripe-calls";

export const stripeKey = "sk_test_keyOfTheShop1";
export const stripeSecret = "whsec_secretOfTheEndpoint1";

/** A body with the signature that Stripe would send with it. */
export function signedEvent(event: object, at: number, secret = stripeSecret) {
  const payload = JSON.stringify(event);
  const timestamp = Math.floor(at / 1000);
  return { payload, header: Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp }) };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

const markup = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Speaks Stripe's protocol as far as the product does: form-encoded calls with a key, idempotency, errors, a hosted page
 * of payment and of the portal, and signed events.
 */
export async function startStripe(now: () => number = Date.now) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const events: StripeEventBody[] = [];
  const calls: { method: string; path: string; key: string }[] = [];
  const answered = new Map<string, { body: string; answer: string }>();
  const account = createStripeAccount(now, (event) => events.push(event));
  const state: {
    away: boolean;
    webhookUrl: string;
    /** The key that it takes. */
    key: string;
    /** What happens elsewhere while a call is on its way. */
    onCall?: (call: { method: string; path: string }) => Promise<void>;
  } = { away: false, webhookUrl: "", key: stripeKey };

  /** Newest first and each twice: neither order nor number is promised. */
  async function deliver() {
    for (const event of events.splice(0).reverse()) {
      const { payload, header } = signedEvent(event, now());
      for (let times = 0; times < 2; times += 1) {
        await fetch(state.webhookUrl, {
          method: "POST",
          headers: { "stripe-signature": header, "content-type": "application/json" },
          body: payload,
        });
      }
    }
  }

  function refuse(response: ServerResponse, { status, type, code, message }: StripeRefusal) {
    response.statusCode = status;
    response.end(JSON.stringify({ error: { type, code, message } }));
  }

  async function answerCall(request: IncomingMessage, response: ServerResponse, url: URL) {
    const body = await bodyOf(request);
    const method = request.method ?? "GET";
    const key = String(request.headers["idempotency-key"] ?? "");
    calls.push({ method, path: url.pathname, key });
    await state.onCall?.({ method, path: url.pathname });
    response.setHeader("content-type", "application/json");
    if (state.away) return refuse(response, new StripeRefusal(503, "api_error", "", "Away"));
    if (request.headers.authorization !== `Bearer ${state.key}`)
      return refuse(response, new StripeRefusal(401, "invalid_request_error", "", "Invalid API Key"));
    const before = key ? answered.get(key) : undefined;
    if (before && before.body !== body)
      return refuse(response, new StripeRefusal(400, "idempotency_error", "", "Other parameters"));
    if (before) return response.setHeader("idempotent-replayed", "true").end(before.answer);
    const found = findStripeCall(method, url.pathname);
    if (!found)
      return refuse(response, new StripeRefusal(404, "invalid_request_error", "", "Unrecognized URL"));
    try {
      const params = readFormBody(method === "GET" ? url.search : body);
      const answer = JSON.stringify(found.call(account, found.id, params, origin));
      if (key) answered.set(key, { body, answer });
      response.end(answer);
    } catch (error) {
      if (!(error instanceof StripeRefusal)) throw error;
      refuse(response, error);
    }
  }

  async function answerPage(request: IncomingMessage, response: ServerResponse, url: URL) {
    const [, kind, id = ""] = url.pathname.split("/");
    response.setHeader("content-type", "text/html");
    const item = account.get(id);
    if (!item) return response.writeHead(404).end("<h1>Not found</h1>");
    if (kind === "portal") {
      const back = markup(url.searchParams.get("back") ?? "");
      return response.end(`<h1>Billing portal</h1><a href="${back}">Return to the shop</a>`);
    }
    if (request.method === "POST") {
      if (item.status === "open") account.pay(item);
      if (state.webhookUrl) await deliver();
      return response.writeHead(303, { location: String(item.success_url) }).end();
    }
    const words = `<p>${markup(String(item.message))}</p>`;
    return response.end(`<h1>Pay</h1>${words}<form method="post"><button>Subscribe</button></form>`);
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", origin);
    const answer = url.pathname.startsWith("/v1/") ? answerCall : answerPage;
    answer(request, response, url).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    origin,
    account,
    events,
    calls,
    state,
    deliver,
    settings: {
      STRIPE_SECRET_KEY: stripeKey,
      STRIPE_WEBHOOK_SECRET: stripeSecret,
      STRIPE_API_BASE: origin,
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

export type StripeServer = Awaited<ReturnType<typeof startStripe>>;
