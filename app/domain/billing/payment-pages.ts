import type { Config } from "~/config.server";

/** Where a form of ours may lead on to: Stripe's own pages. A browser without script follows them as part of the form. */
export function paymentPages({ billing }: Pick<Config, "billing">): readonly string[] {
  if (!billing) return [];
  return [
    "https://checkout.stripe.com",
    "https://billing.stripe.com",
    ...(billing.apiBase ? [billing.apiBase] : []),
  ];
}
