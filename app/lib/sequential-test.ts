import { type Counted, type Interval, rateOf } from "./proportion";

/**
 * Mixture sequential probability ratio test for two shares, which may be looked at as often as one likes.
 * Johari, Koomen, Pekelis, Walsh: "Always Valid Inference: Continuous Monitoring of A/B Tests", Operations Research 70 (2022),
 * after Robbins (1970): the likelihood ratio of the difference, mixed over N(0, tau^2), is a martingale when there is
 * no difference, so the chance that it ever reaches 1/alpha is at most alpha. `expected` is the difference looked for: tau.
 */
function variance(first: Counted, second: Counted): number {
  const pooled = (first.hits + second.hits + 1) / (first.of + second.of + 2);
  return pooled * (1 - pooled) * (1 / first.of + 1 / second.of);
}

/** Chance of ever seeing so much without a difference; stays right under peeking. */
export function alwaysValidP(first: Counted, second: Counted, expected: number): number {
  if (first.of <= 0 || second.of <= 0 || !(expected > 0)) return 1;
  const v = variance(first, second);
  const mixed = v + expected * expected;
  const difference = rateOf(second) - rateOf(first);
  const logRatio =
    0.5 * Math.log(v / mixed) + (expected * expected * difference * difference) / (2 * v * mixed);
  return Math.min(1, Math.exp(-logRatio));
}

/** Where the true difference second minus first lies, at every look at once. */
export function alwaysValidInterval(
  first: Counted,
  second: Counted,
  expected: number,
  confidence = 0.95,
): Interval {
  if (first.of <= 0 || second.of <= 0 || !(expected > 0)) return { low: -1, high: 1 };
  const v = variance(first, second);
  const mixed = v + expected * expected;
  const alpha = 1 - confidence;
  const half = Math.sqrt(
    ((v * mixed) / (expected * expected)) * (2 * Math.log(1 / alpha) + Math.log(mixed / v)),
  );
  const difference = rateOf(second) - rateOf(first);
  return { low: Math.max(-1, difference - half), high: Math.min(1, difference + half) };
}
