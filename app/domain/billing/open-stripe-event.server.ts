import type { Deps } from "../deps";
import { stripeOf } from "./stripe-client.server";
import { readStripeEvent, type StripeEvent } from "./stripe-event";

const toleranceSeconds = 300;

/** Verifies the signature over the bytes as they came, then reads them. */
export function openStripeEvent(
  deps: Pick<Deps, "config" | "clock">,
  body: Buffer,
  signature: string,
): StripeEvent | "unsigned" | "unreadable" {
  const { signature: verifier } = stripeOf(deps).webhooks;
  const secret = deps.config.billing?.webhookSecret ?? "";
  const at = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature)?.[1] ?? Number.NaN);
  if (!(at * 1000 < deps.clock.now() + toleranceSeconds * 1000)) return "unsigned";
  try {
    const now = deps.clock.now();
    if (!verifier?.verifyHeader(body, signature, secret, toleranceSeconds, undefined, now)) return "unsigned";
  } catch {
    return "unsigned";
  }
  try {
    return readStripeEvent(JSON.parse(body.toString("utf8"))) ?? "unreadable";
  } catch {
    return "unreadable";
  }
}
