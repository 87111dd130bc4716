import { z } from "zod";
import { ConfigError } from "./config-error";

/** Whoever takes the payments. Without it nobody is asked for money. */
export interface BillingConfig {
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** Asked instead of Stripe's own host. */
  readonly apiBase: string | undefined;
  /** The key is for real money; events and objects of the other mode are refused. */
  readonly live: boolean;
}

const loopback = /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

export const billingEnvironment = {
  STRIPE_SECRET_KEY: z
    .string()
    .regex(
      /^(sk|rk)_(test|live)_\w{8,}$/,
      "must be a secret or restricted key, which begins with sk_ or rk_, then test_ or live_; a key that begins with pk_ is the public one",
    )
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(
      /^whsec_[\w+/=-]{8,}$/,
      "must be the signing secret of the webhook endpoint, which begins with whsec_",
    )
    .optional(),
  STRIPE_API_BASE: z
    .string()
    .refine(
      (value) =>
        loopback.test(value) || (/^https:\/\/[^/?#]+$/.test(value) && new URL(value).origin === value),
      "must be an https origin without a path",
    )
    .optional(),
};

export const billingExamples: Record<string, string> = {
  STRIPE_SECRET_KEY: "rk_live_a-key-with-the-rights-that-the-guide-names",
  STRIPE_WEBHOOK_SECRET: "whsec_the-signing-secret-of-the-endpoint",
  STRIPE_API_BASE: "https://api.stripe.com",
};

type Given = z.output<z.ZodObject<typeof billingEnvironment>>;

const missing = (setting: string, beside: string) =>
  new ConfigError(setting, `must be given with ${beside}`, billingExamples[setting] ?? "");

export function readBilling(given: Given): BillingConfig | undefined {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = given;
  if (secretKey && !webhookSecret) throw missing("STRIPE_WEBHOOK_SECRET", "STRIPE_SECRET_KEY");
  const beside = webhookSecret ? "STRIPE_WEBHOOK_SECRET" : "STRIPE_API_BASE";
  if (!secretKey && given[beside]) throw missing("STRIPE_SECRET_KEY", beside);
  if (!secretKey || !webhookSecret) return undefined;
  return { secretKey, webhookSecret, apiBase: given.STRIPE_API_BASE, live: /^.k_live_/.test(secretKey) };
}
