import { createHash } from "node:crypto";

/** Where a visitor falls in an experiment, from 0 up to 100: the same each time, independent between experiments. */
export function visitorPlace(experimentId: string, visitorKey: string): number {
  const hash = createHash("sha256").update(`${experimentId}\n${visitorKey}`).digest();
  return (hash.readUInt32BE(0) / 0x1_0000_0000) * 100;
}

/** The variant whose share of the hundred the place falls into. */
export function variantAt<T extends { weight: number }>(
  variants: readonly T[],
  place: number,
): T | undefined {
  let upTo = 0;
  for (const variant of variants) {
    upTo += variant.weight;
    if (place < upTo) return variant;
  }
  return variants.find(({ weight }) => weight > 0) ?? variants[0];
}
