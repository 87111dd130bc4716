import { normalQuantile, twoSidedP } from "./normal-distribution";

/** So many of so many. */
export interface Counted {
  hits: number;
  of: number;
}

export interface Interval {
  low: number;
  high: number;
}

export const rateOf = ({ hits, of }: Counted): number => (of > 0 ? hits / of : 0);

/** Where the true share lies (Wilson's score interval): also right for few and for none. */
export function wilsonInterval({ hits, of }: Counted, confidence = 0.95): Interval {
  if (of <= 0) return { low: 0, high: 1 };
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const share = hits / of;
  const scale = 1 + (z * z) / of;
  const middle = (share + (z * z) / (2 * of)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return {
    low: hits === 0 ? 0 : Math.max(0, middle - half),
    high: hits === of ? 1 : Math.min(1, middle + half),
  };
}

/** Pooled two-proportion z-test, two-sided. Positive when the second share is larger. */
export function compareProportions(first: Counted, second: Counted): { z: number; p: number } {
  if (first.of <= 0 || second.of <= 0) return { z: 0, p: 1 };
  const pooled = (first.hits + second.hits) / (first.of + second.of);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.of + 1 / second.of));
  if (error === 0) return { z: 0, p: 1 };
  const z = (rateOf(second) - rateOf(first)) / error;
  return { z, p: twoSidedP(z) };
}

/** Where the true difference second minus first lies (Newcombe's hybrid of two Wilson intervals). */
export function differenceInterval(first: Counted, second: Counted, confidence = 0.95): Interval {
  const [a, b] = [rateOf(first), rateOf(second)];
  const [one, two] = [wilsonInterval(first, confidence), wilsonInterval(second, confidence)];
  return {
    low: b - a - Math.hypot(b - two.low, one.high - a),
    high: b - a + Math.hypot(two.high - b, a - one.low),
  };
}
