import Stripe from "stripe";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";

const patienceMs = 15_000;
const opened = new Map<string, Stripe>();

export const notConfigured = () =>
  new DomainError("not_found", "billing_not_configured", "This instance takes no payments.");

/** Speaks to Stripe with the key of the settings. */
export function stripeOf({ config }: Pick<Deps, "config">): Stripe {
  const { billing } = config;
  if (!billing) throw notConfigured();
  const key = `${billing.secretKey} ${billing.apiBase ?? ""}`;
  const known = opened.get(key);
  if (known) return known;
  const base = billing.apiBase ? new URL(billing.apiBase) : undefined;
  const stripe = new Stripe(billing.secretKey, {
    apiVersion: "2026-10-28.endive",
    maxNetworkRetries: 2,
    timeout: patienceMs,
    telemetry: false,
    appInfo: { name: "Foyer" },
    ...(base && {
      host: base.hostname,
      port: base.port || (base.protocol === "https:" ? "443" : "80"),
      protocol: base.protocol === "https:" ? ("https" as const) : ("http" as const),
    }),
  });
  opened.set(key, stripe);
  return stripe;
}

/** For what a person waits for: a fault of Stripe becomes words, and nothing was charged by us. */
export async function askStripe<T>(
  deps: Pick<Deps, "config" | "log">,
  ask: (stripe: Stripe) => Promise<T>,
): Promise<T> {
  const stripe = stripeOf(deps);
  try {
    return await ask(stripe);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    deps.log.error({ type: error.type, code: error.code, request: error.requestId }, "Stripe refused");
    throw new DomainError(
      "unavailable",
      "stripe_unavailable",
      "Stripe could not do this just now. Nothing was ordered or charged. Try again in a few minutes.",
      { retryAfter: 60 },
    );
  }
}

/** The object is not there in this mode, or not any more. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeError && error.code === "resource_missing";

/** For what may be gone at Stripe already: undefined then. */
export async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The key is wrong, or lacks a right. */
export const isRefused = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeAuthenticationError ||
  error instanceof Stripe.errors.StripePermissionError;
