export type SensitiveKind = "payment-card" | "bank-account" | "government-id" | "health";

/** certain: nothing else looks like it. likely: its own check digits or shape. possible: could as well be an order number. */
export type Confidence = "possible" | "likely" | "certain";

export interface Recogniser {
  kind: SensitiveKind;
  /** As people call it: “US social security number”. */
  name: string;
  /** Without word boundaries; case does not count. */
  pattern: string;
  /** Of the bare characters, upper case; the raw text as found is the second argument. */
  valid?: (bare: string, raw: string) => boolean;
  /** Without any word about it nearby. Left out: only such words make it one. */
  alone?: Confidence;
  /** Words nearby that raise the confidence, as terms of match-terms. */
  context: string;
}

export const bareCharacters = (raw: string): string => raw.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();

/** The same separator, or none, throughout. */
export function isEvenlySeparated(raw: string): boolean {
  return new Set(raw.match(/[^\p{L}\p{N}]/gu) ?? []).size <= 1;
}

export const hasSeparator = (raw: string): boolean => /[^\p{L}\p{N}]/u.test(raw);
