import { normalQuantile } from "./normal-distribution";

/** How many each side needs, so that a difference between these shares is found with this power (two-sided, equal sides). */
export function sampleSizePerArm(
  from: number,
  to: number,
  { alpha = 0.05, power = 0.8 }: { alpha?: number; power?: number } = {},
): number {
  if (!(from > 0 && from < 1 && to > 0 && to < 1) || from === to) {
    throw new RangeError("Two different shares between 0 and 1 are needed.");
  }
  const middle = (from + to) / 2;
  const unchanged = normalQuantile(1 - alpha / 2) * Math.sqrt(2 * middle * (1 - middle));
  const changed = normalQuantile(power) * Math.sqrt(from * (1 - from) + to * (1 - to));
  return Math.ceil(((unchanged + changed) / (to - from)) ** 2);
}
