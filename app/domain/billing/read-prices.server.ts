import type Stripe from "stripe";
import { plainLine } from "~/lib/plain-text";
import type { Plan } from "./plan";

const most = 300;

export const everyOf = ({ recurring }: Pick<Stripe.Price, "recurring">): string => {
  const { interval = "month", interval_count: count = 1 } = recurring ?? {};
  return count === 1 ? interval : `${count} ${interval}`;
};

/** As people read it; undefined for what has no fixed amount, or belongs to a product that is not sold. */
export function planOf(price: Stripe.Price): Plan | undefined {
  const { product, unit_amount: amount } = price;
  if (typeof product === "string" || product.deleted || amount === null) return undefined;
  if (!price.active || !product.active || price.recurring?.usage_type === "metered") return undefined;
  return {
    priceId: price.id,
    name: plainLine(product.name, 120),
    description: plainLine(product.description ?? "", 500),
    amount,
    currency: price.currency,
    every: everyOf(price),
  };
}

export async function readPrices(stripe: Stripe): Promise<Plan[]> {
  const prices = await stripe.prices
    .list({ active: true, type: "recurring", limit: 100, expand: ["data.product"] })
    .autoPagingToArray({ limit: most });
  return prices.flatMap((price) => planOf(price) ?? []);
}
