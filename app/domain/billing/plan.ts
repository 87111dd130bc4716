/** A price of Stripe that can be ordered, as people read it. */
export interface Plan {
  priceId: string;
  name: string;
  description: string;
  /** In the smallest unit of the currency. */
  amount: number;
  /** Three small letters, as Stripe has it. */
  currency: string;
  /** month, year, or 3 month */
  every: string;
}

/** 1900 and eur become €19.00; currencies without cents stay whole. */
export function formatAmount(amount: number, currency: string, locale = "en-GB"): string {
  const shape = new Intl.NumberFormat(locale, { style: "currency", currency: currency || "eur" });
  return shape.format(amount / 10 ** (shape.resolvedOptions().maximumFractionDigits ?? 2));
}

export const everyWords = (every: string): string => {
  const [count = "", unit = ""] = every.includes(" ") ? every.split(" ") : ["1", every];
  return count === "1" ? `every ${unit}` : `every ${count} ${unit}s`;
};

export const priceWords = ({ amount, currency, every }: Pick<Plan, "amount" | "currency" | "every">) =>
  `${formatAmount(amount, currency)} ${everyWords(every)}`;

/** What is agreed to before paying; kept with the order as it was shown. */
export const finalWords = (plan: Pick<Plan, "name" | "amount" | "currency" | "every">): string =>
  `The order of ${plan.name} for ${priceWords(plan)} is final: payments are not refunded. It renews by itself until it is cancelled; cancelling ends it with the period that is paid for.`;
