import { publicId } from "~/lib/ids";
import { PrivateTargetError, postPublicly } from "~/lib/public-request.server";
import type { Deps } from "../deps";
import { updateDelivery } from "./webhook-delivery-queries.server";
import type { SigningEndpoint, WebhookDelivery } from "./webhook-endpoint";
import { updateEndpointRow } from "./webhook-endpoint-queries.server";
import { webhookBody } from "./webhook-message.server";
import { secretContext, signWebhook } from "./webhook-signature.server";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
/** Before each further try, as Standard Webhooks asks: over three days in all. */
const pauses = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];
/** An endpoint that answered nothing for so long is switched off. */
const givenUpMs = 5 * 24 * hour;
const timeoutMs = 10 * second;

export type WebhookDeps = Pick<Deps, "db" | "clock" | "keys" | "config" | "log">;

function headersOf(deps: WebhookDeps, endpoint: SigningEndpoint, id: string, body: string) {
  const now = deps.clock.now();
  const seconds = Math.floor(now / second);
  const context = secretContext(endpoint.workspaceId, endpoint.id);
  const overlaps = endpoint.oldSecret !== "" && (endpoint.oldSecretUntil ?? 0) > now;
  const signatures = [endpoint.secret, ...(overlaps ? [endpoint.oldSecret] : [])].map((sealed) =>
    signWebhook(deps.keys.open(sealed, context), { id, seconds, body }),
  );
  return {
    "content-type": "application/json",
    "user-agent": "Foyer-Webhooks/1",
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": signatures.join(" "),
  };
}

/** In words for the log of deliveries; nothing of the answer itself. */
function reason(error: unknown): string {
  if (error instanceof PrivateTargetError) return error.message;
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  if (name === "AbortError" || name === "TimeoutError")
    return `No answer within ${timeoutMs / second} seconds.`;
  return `The address could not be reached (${code ?? message ?? "unknown"}).`.slice(0, 300);
}

async function post(deps: WebhookDeps, endpoint: SigningEndpoint, delivery: WebhookDelivery) {
  const body = await webhookBody(deps, delivery);
  // The same for every try, so that receivers can tell a repeat.
  const id = publicId("message", delivery.id);
  const began = performance.now();
  const answer = await postPublicly({
    url: endpoint.url,
    headers: headersOf(deps, endpoint, id, body),
    body,
    timeoutMs,
    allowPrivate: deps.config.webhooks.privateTargets,
  }).then(
    ({ status }) => ({ status, error: status >= 200 && status < 300 ? "" : `The answer was ${status}.` }),
    (error: unknown) => ({ status: 0, error: reason(error) }),
  );
  return { ...answer, durationMs: Math.round(performance.now() - began) };
}

/** Sends one message once and writes down what became of it; true when it was taken. */
export async function attemptWebhook(
  deps: WebhookDeps,
  endpoint: SigningEndpoint,
  delivery: WebhookDelivery,
  { retries = true } = {},
): Promise<boolean> {
  const { status, error, durationMs } = await post(deps, endpoint, delivery);
  const { workspaceId } = delivery;
  const now = deps.clock.now();
  const done = error === "";
  const pause = retries ? pauses[delivery.attempts] : undefined;
  const over = done || pause === undefined;
  await updateDelivery(deps.db, workspaceId, delivery.id, {
    state: done ? "delivered" : over ? "failed" : "waiting",
    attempts: delivery.attempts + 1,
    status,
    error,
    duration_ms: durationMs,
    run_at: now + (pause ?? 0),
    done_at: over ? now : null,
  });
  if (done && endpoint.failingSince === undefined) return true;
  const since = endpoint.failingSince ?? now;
  const givenUp = !done && (status === 410 || now - since > givenUpMs);
  if (givenUp) deps.log.warn({ endpoint: endpoint.id, status }, "webhook endpoint switched off");
  await updateEndpointRow(deps.db, workspaceId, endpoint.id, {
    failing_since: done ? null : since,
    ...(givenUp && { state: "disabled" }),
  });
  return done;
}
