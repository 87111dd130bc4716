import {
  isDayOfYear,
  isOneDigitRepeated,
  iso7064,
  luhn,
  startsWithDate,
  startsWithDay,
  weightedSum,
} from "./check-digits";
import { passportWords } from "./document-words";
import type { Recogniser } from "./recogniser";

/** Month fields carry the century or the sex: 1-12 after taking one of the offsets away. */
const monthWithin = (value: number, offsets: readonly number[]): number =>
  offsets.map((offset) => value - offset).find((month) => month >= 1 && month <= 12) ?? 0;

const isPesel = (bare: string): boolean => {
  const month = monthWithin(Number(bare.slice(2, 4)), [0, 20, 40, 60, 80]);
  return (
    isDayOfYear(Number(bare.slice(4, 6)), month) &&
    weightedSum(bare, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0
  );
};

const isPolishCard = (bare: string): boolean => {
  const weights = [7, 3, 1, 9, 7, 3, 1, 7, 3];
  const sum = [...bare].reduce(
    (total, character, index) => total + Number.parseInt(character, 36) * (weights[index] ?? 0),
    0,
  );
  return sum % 10 === 0;
};

const isBirthNumber = (bare: string): boolean => {
  const month = monthWithin(Number(bare.slice(2, 4)), [0, 20, 50, 70]);
  const check = Number(bare.slice(0, 9)) % 11;
  return (
    isDayOfYear(Number(bare.slice(4, 6)), month) &&
    (bare.length === 9 || (check === 10 ? 0 : check) === Number(bare[9]))
  );
};

const isFinnish = (bare: string, raw: string): boolean => {
  const digits = bare.slice(0, 6) + bare.slice(-4, -1);
  return (
    /^\d{9}$/.test(digits) &&
    startsWithDay(raw) &&
    "0123456789ABCDEFHJKLMNPRSTUVWXY"[Number(digits) % 31] === bare.at(-1)
  );
};

const isSwedish = (bare: string): boolean => {
  const short = bare.slice(-10);
  const day = Number(short.slice(4, 6));
  return isDayOfYear(day > 60 ? day - 60 : day, Number(short.slice(2, 4))) && luhn(short);
};

const isNorwegian = (bare: string): boolean =>
  startsWithDay(bare) &&
  weightedSum(bare, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
  weightedSum(bare, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;

const isBulgarian = (bare: string): boolean => {
  const month = monthWithin(Number(bare.slice(2, 4)), [0, 20, 40]);
  const check = (weightedSum(bare, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10;
  return isDayOfYear(Number(bare.slice(4, 6)), month) && check === Number(bare[9]);
};

const isRomanian = (bare: string): boolean => {
  const rest = weightedSum(bare, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return startsWithDate(bare.slice(1)) && (rest === 10 ? 1 : rest) === Number(bare[12]);
};

const isBaltic = (bare: string): boolean => {
  const first = weightedSum(bare, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const rest = first < 10 ? first : (weightedSum(bare, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11) % 10;
  return startsWithDate(bare.slice(1)) && rest === Number(bare[10]);
};

const id = "government-id" as const;

export const eastNorthEuropeanRecognisers: readonly Recogniser[] = [
  {
    kind: id,
    name: "Polish PESEL number",
    pattern: "\\d{11}",
    valid: isPesel,
    alone: "likely",
    context: "pesel",
  },
  {
    kind: id,
    name: "Polish identity card number",
    pattern: "[A-Z]{3} ?\\d{6}",
    valid: isPolishCard,
    alone: "possible",
    context: `dowod*, dowodu, ${passportWords}`,
  },
  {
    kind: id,
    name: "Czech or Slovak birth number",
    pattern: "\\d{6}/\\d{3,4}",
    valid: isBirthNumber,
    alone: "likely",
    context: "rodne cislo, rc",
  },
  {
    kind: id,
    name: "Czech or Slovak birth number",
    pattern: "\\d{9,10}",
    valid: isBirthNumber,
    context: "rodne cislo, rodneho cisla",
  },
  {
    kind: id,
    name: "Finnish personal identity code",
    pattern: "\\d{6}[-+YXWVUABCDEF]\\d{3}[0-9A-Y]",
    valid: isFinnish,
    alone: "certain",
    context: "hetu, henkilotunnus",
  },
  {
    kind: id,
    name: "Swedish personal number",
    pattern: "(?:18|19|20)\\d{6}[-+]?\\d{4}",
    valid: isSwedish,
    alone: "likely",
    context: "personnummer, pnr",
  },
  {
    kind: id,
    name: "Swedish personal number",
    pattern: "\\d{6}[-+]?\\d{4}",
    valid: isSwedish,
    alone: "possible",
    context: "personnummer, pnr, personal identity",
  },
  {
    kind: id,
    name: "Norwegian national number",
    pattern: "\\d{6} ?\\d{5}",
    valid: isNorwegian,
    alone: "likely",
    context: "fodselsnummer, personnummer",
  },
  {
    kind: id,
    name: "Icelandic national number",
    pattern: "\\d{6}-\\d{3}[089]\\d?",
    valid: (bare) => bare.length === 10 && startsWithDay(bare),
    context: "kennitala",
  },
  {
    kind: id,
    name: "Bulgarian civil number",
    pattern: "\\d{10}",
    valid: isBulgarian,
    alone: "possible",
    context: "егн, egn",
  },
  {
    kind: id,
    name: "Romanian personal code",
    pattern: "[1-9]\\d{12}",
    valid: isRomanian,
    alone: "likely",
    context: "cnp, cod numeric",
  },
  {
    kind: id,
    name: "Croatian personal number",
    pattern: "\\d{11}",
    valid: (bare) => !isOneDigitRepeated(bare) && iso7064(bare),
    context: "oib",
  },
  {
    kind: id,
    name: "Estonian or Lithuanian personal code",
    pattern: "[1-6]\\d{10}",
    valid: isBaltic,
    alone: "likely",
    context: "isikukood, asmens kodas",
  },
  {
    kind: id,
    name: "Latvian personal code",
    pattern: "\\d{6}-\\d{5}",
    valid: (bare) => startsWithDay(bare) || bare.startsWith("32"),
    alone: "possible",
    context: "personas kods",
  },
  {
    kind: id,
    name: "Greek social security number",
    pattern: "\\d{11}",
    valid: (bare) => startsWithDay(bare) && luhn(bare),
    alone: "possible",
    context: "αμκα, amka",
  },
  {
    kind: "health",
    name: "Hungarian social security number",
    pattern: "\\d{3}[- ]?\\d{3}[- ]?\\d{3}",
    valid: (bare) => weightedSum(bare, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === Number(bare[8]),
    context: "taj",
  },
];
