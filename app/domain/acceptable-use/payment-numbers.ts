import { isOneDigitRepeated, luhn, mod97, weightedSum } from "./check-digits";
import { bareCharacters, type Recogniser } from "./recogniser";

const cardWords =
  "card*, credit, debit, visa, mastercard, amex, american express, diners, discover, cvv, cvc, kreditkarte*, karte*, carte, tarjeta, carta, cartao, karta, kaart*, kart, कार्ड, بطاقة";

const isCard = (bare: string): boolean => luhn(bare) && !isOneDigitRepeated(bare) && !bare.startsWith("0");

/** Ranges of the schemes, each with the lengths it issues. */
const schemes: readonly [RegExp, readonly number[]][] = [
  [/^4/, [13, 16, 19]],
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(30[0-5]|3095|36|38|39)/, [14, 16, 17, 18, 19]],
  [/^(6011|64[4-9]|65)/, [16, 17, 18, 19]],
  [/^35(2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^(62|81)/, [16, 17, 18, 19]],
  [/^220[0-4]/, [16, 17, 18, 19]],
  [/^(50|5[6-9]|6)/, [16, 17, 18, 19]],
  [/^9792/, [16]],
  [/^1/, [15]],
];

const hasScheme = (bare: string): boolean =>
  schemes.some(([range, lengths]) => range.test(bare) && lengths.includes(bare.length));

const cardStart = /(?<![\p{Script=Latin}\p{N}]|\d[-./ ])\d(?:[ .-]?\d){12,18}/gu;

/** Tries every length that ends where a group ends: the expiry date or security code may stand right behind the number. */
export function findCards(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const match of text.matchAll(cardStart)) {
    let raw = match[0];
    while (raw.length >= 13) {
      const next = text.charAt(match.index + raw.length);
      const bare = bareCharacters(raw);
      if (!/[\p{Script=Latin}\p{N}]/u.test(next) && isCard(bare) && hasScheme(bare)) {
        found.push({ start: match.index, end: match.index + raw.length });
        break;
      }
      raw = raw.slice(0, -1).replace(/\D+$/, "");
    }
  }
  return found;
}

const ibanLengths: Record<string, number> = Object.fromEntries(
  (
    "NO15 BE16 DK18 FI18 FK18 FO18 GL18 NL18 SD18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 MN20 XK20 CH21 HR21 LI21 LV21 " +
    "BG22 BH22 CR22 DE22 GB22 GE22 IE22 ME22 RS22 VA22 AE23 GI23 IL23 IQ23 OM23 SO23 TL23 AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24 SK24 TN24 VG24 " +
    "LY25 PT25 IS26 TR26 BI27 DJ27 FR27 GR27 IT27 MC27 MR27 SM27 AL28 AZ28 BY28 CY28 DO28 GT28 HN28 HU28 LB28 NI28 PL28 SV28 BR29 EG29 PS29 QA29 " +
    "UA29 JO30 KW30 MU30 YE30 MT31 SC31 LC32 ST32 RU33"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const isIban = (bare: string): boolean =>
  bare.length === ibanLengths[bare.slice(0, 2)] && mod97(bare.slice(4) + bare.slice(0, 4)) === 1;

const ibanStart = /(?<![\p{Script=Latin}\p{N}])[A-Z]{2}\d{2}/giu;

/** Grows from the country code by as many characters as that country's numbers have, so that words after it do not count. */
export function findIbans(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { index } of text.matchAll(ibanStart)) {
    const length = ibanLengths[text.slice(index, index + 2).toUpperCase()];
    if (!length) continue;
    const [raw] = new RegExp(
      `^[A-Z0-9](?:[ .-]?[A-Z0-9]){${length - 1}}(?![\\p{Script=Latin}\\p{N}])`,
      "iu",
    ).exec(text.slice(index, index + length * 2)) ?? [undefined];
    if (raw && isIban(bareCharacters(raw))) found.push({ start: index, end: index + raw.length });
  }
  return found;
}

export const paymentRecognisers: readonly Recogniser[] = [
  {
    kind: "payment-card",
    name: "payment card number",
    pattern: "\\d(?:[ .-]?\\d){11,18}",
    valid: (bare) => isCard(bare) && /^(5[06-9]|6)/.test(bare),
    context: cardWords,
  },
  {
    kind: "bank-account",
    name: "US bank routing number",
    pattern: "\\d{4}-?\\d{4}-?\\d",
    valid: (bare) =>
      /^(0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(bare) &&
      !isOneDigitRepeated(bare) &&
      weightedSum(bare, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0,
    alone: "possible",
    context: "aba, routing, bank*, transit",
  },
  {
    kind: "bank-account",
    name: "bank account number",
    pattern: "\\d{8,17}",
    context:
      "bank account, bank account number, account number at bank, checking account, savings account, kontonummer*, kontonr, numero de compte, cuenta bancaria, conto corrente, rekeningnummer, conta bancaria, numer konta, cislo uctu",
  },
];
