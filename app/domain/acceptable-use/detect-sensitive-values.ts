import { americanRecognisers } from "./identity-americas";
import { asianAfricanOceanianRecognisers } from "./identity-asia-africa-oceania";
import { eastNorthEuropeanRecognisers } from "./identity-europe-east-north";
import { westEuropeanRecognisers } from "./identity-europe-west";
import { germanSpeakingRecognisers } from "./identity-german-speaking";
import { comparable, compileTerms } from "./match-terms";
import { findCards, findIbans, paymentRecognisers } from "./payment-numbers";
import { bareCharacters, type Confidence, type Recogniser, type SensitiveKind } from "./recogniser";

export interface SensitiveValue {
  kind: SensitiveKind;
  /** As people call it: “US social security number”. */
  name: string;
  start: number;
  end: number;
  confidence: Confidence;
}

const rank: Record<Confidence, number> = { possible: 0, likely: 1, certain: 2 };
const raised: Record<Confidence, Confidence> = { possible: "likely", likely: "certain", certain: "certain" };

/** Not a part of a longer word, number or code. */
const before = "(?<![\\p{Script=Latin}\\p{N}]|[\\p{N}][-./])";
const after = "(?![\\p{Script=Latin}\\p{N}]|[-./][\\p{N}])";

const recognisers = [
  ...paymentRecognisers,
  ...germanSpeakingRecognisers,
  ...westEuropeanRecognisers,
  ...eastNorthEuropeanRecognisers,
  ...americanRecognisers,
  ...asianAfricanOceanianRecognisers,
].map((recogniser) => ({
  ...recogniser,
  search: new RegExp(`${before}(?:${recogniser.pattern})${after}`, "giu"),
  words: compileTerms([recogniser.context]),
}));

/** One part of a longer row of groups, such as an IBAN or a telephone number with its country code. */
function continues(text: string, { start, end }: { start: number; end: number }, raw: string): boolean {
  const separator = /[^\p{L}\p{N}]/u.exec(raw)?.[0];
  if (!separator) return false;
  const follows = text[end] === separator && /\d/.test(text.charAt(end + 1));
  const precedes = text[start - 1] === separator && /[\d+]/.test(text.charAt(start - 2));
  return follows || precedes;
}

const contextBefore = 80;
const contextAfter = 40;
const longestText = 200_000;
const iban = { kind: "bank-account", name: "bank account number (IBAN)", confidence: "certain" } as const;
const card = { kind: "payment-card", name: "payment card number", confidence: "certain" } as const;

function confidenceOf(
  recogniser: Recogniser & { words: RegExp },
  text: string,
  at: { start: number; end: number },
  hint: string,
): Confidence | undefined {
  const nearby = `${text.slice(Math.max(0, at.start - contextBefore), at.start)} ; ${text.slice(at.end, at.end + contextAfter)}`;
  const mentioned = recogniser.words.test(`${comparable(nearby)}\n${hint}`);
  if (!mentioned) return recogniser.alone;
  return recogniser.alone ? raised[recogniser.alone] : "likely";
}

/** The surest reading of each place. */
function withoutOverlaps(values: readonly SensitiveValue[]): SensitiveValue[] {
  const kept: SensitiveValue[] = [];
  const bySureness = [...values].sort(
    (a, b) => rank[b.confidence] - rank[a.confidence] || b.end - b.start - (a.end - a.start),
  );
  for (const value of bySureness) {
    if (kept.every((other) => value.end <= other.start || value.start >= other.end)) kept.push(value);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/**
 * Card, bank, identity and health insurance numbers in free text, of some forty countries. `about` is what is known of the
 * place, such as the label of the field. `atLeast` defaults to likely: a mere possibility could be an order number.
 */
export function detectSensitiveValues(
  text: string,
  { about = "", atLeast = "likely" as Confidence } = {},
): SensitiveValue[] {
  if (!/(?:\d\D*){4}/.test(text)) return [];
  const searched = text.slice(0, longestText);
  const hint = comparable(about);
  const found: SensitiveValue[] = [
    ...findIbans(searched).map((place) => ({ ...place, ...iban })),
    ...findCards(searched).map((place) => ({ ...place, ...card })),
  ];
  for (const recogniser of recognisers) {
    for (const match of searched.matchAll(recogniser.search)) {
      const [raw] = match;
      if (recogniser.valid && !recogniser.valid(bareCharacters(raw), raw)) continue;
      const place = { start: match.index, end: match.index + raw.length };
      if (continues(searched, place, raw)) continue;
      const confidence = confidenceOf(recogniser, searched, place, hint);
      if (!confidence || rank[confidence] < rank[atLeast]) continue;
      found.push({ ...place, kind: recogniser.kind, name: recogniser.name, confidence });
    }
  }
  return withoutOverlaps(found);
}

/** The same text with all but the last four characters of each number replaced, separators kept. */
export function maskSensitiveValues(text: string, values: readonly SensitiveValue[]): string {
  let masked = text;
  for (const { start, end } of [...values].sort((a, b) => b.start - a.start)) {
    const raw = masked.slice(start, end);
    const hidden = raw.slice(0, -4).replace(/[\p{L}\p{N}]/gu, "•") + raw.slice(-4);
    masked = masked.slice(0, start) + hidden + masked.slice(end);
  }
  return masked;
}
