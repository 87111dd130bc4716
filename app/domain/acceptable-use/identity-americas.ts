import { isDayOfYear, isOneDigitRepeated, luhn, startsWithDate, weightedSum } from "./check-digits";
import { licenceWords, passportWords } from "./document-words";
import { isEvenlySeparated, type Recogniser } from "./recogniser";

const isSocialSecurity = (bare: string): boolean =>
  !/^(000|666|9)/.test(bare) &&
  bare.slice(3, 5) !== "00" &&
  bare.slice(5) !== "0000" &&
  !isOneDigitRepeated(bare) &&
  bare !== "123456789";

const isItin = (bare: string): boolean => {
  const group = Number(bare.slice(3, 5));
  return (group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group !== 93);
};

const isSocialInsurance = (bare: string): boolean =>
  /^[1-79]/.test(bare) && !isOneDigitRepeated(bare) && luhn(bare);

/** Two check digits, each the weighted sum of all before it. */
const isCpf = (bare: string): boolean =>
  !isOneDigitRepeated(bare) &&
  [9, 10].every((length) => {
    const weights = Array.from({ length }, (_, index) => length + 1 - index);
    return ((weightedSum(bare, weights) * 10) % 11) % 10 === Number(bare[length]);
  });

const isRut = (bare: string): boolean => {
  const sum = [...bare.slice(0, -1)]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (2 + (index % 6)), 0);
  return "0K987654321"[sum % 11] === bare.at(-1);
};

const isCuil = (bare: string): boolean => weightedSum(bare, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;

const mbiLetter = "[AC-HJKMNP-RT-Y]";
const mbiEither = "[AC-HJKMNP-RT-Y0-9]";
const socialSecurityWords = "ssn, ssns, social security, social, ss";
const id = "government-id" as const;

export const americanRecognisers: readonly Recogniser[] = [
  {
    kind: id,
    name: "US social security number",
    pattern: "\\d{3}(?<separator>[- .])\\d{2}\\k<separator>\\d{4}",
    valid: isSocialSecurity,
    alone: "likely",
    context: socialSecurityWords,
  },
  {
    kind: id,
    name: "US social security number",
    pattern: "\\d{3}-\\d{6}",
    valid: isSocialSecurity,
    alone: "possible",
    context: socialSecurityWords,
  },
  {
    kind: id,
    name: "US social security number",
    pattern: "\\d{9}|\\d{5}-\\d{4}",
    valid: isSocialSecurity,
    context: socialSecurityWords,
  },
  {
    kind: id,
    name: "US individual taxpayer number",
    pattern: "9\\d{2}[- ]\\d{2}[- ]\\d{4}",
    valid: isItin,
    alone: "likely",
    context: "itin, tax id, taxpayer",
  },
  {
    kind: id,
    name: "US individual taxpayer number",
    pattern: "9\\d{2}-?\\d{2}-?\\d{4}",
    valid: isItin,
    context: "itin, tax id, taxpayer",
  },
  {
    kind: id,
    name: "US passport number",
    pattern: "[A-Z]\\d{8}",
    alone: "possible",
    context: `${passportWords}, travel document`,
  },
  {
    kind: id,
    name: "US driving licence number",
    pattern: "[A-Z]{1,2}\\d{3,14}|[A-Z]\\d{3}[- ]?\\d{3}[- ]?\\d{2}[- ]?\\d{3}[- ]?\\d|\\d{7,12}",
    context:
      "driver license, drivers license, driver s license, drivers licence, driving license, dl number, permit number",
  },
  {
    kind: "health",
    name: "US Medicare number",
    pattern: `[1-9]${mbiLetter}${mbiEither}\\d-?${mbiLetter}${mbiEither}\\d-?${mbiLetter}{2}\\d{2}`,
    alone: "certain",
    context: "mbi, medicare, beneficiary",
  },
  {
    kind: id,
    name: "Canadian social insurance number",
    pattern: "\\d{3}[- ]?\\d{3}[- ]?\\d{3}",
    valid: (bare, raw) => isEvenlySeparated(raw) && isSocialInsurance(bare),
    alone: "possible",
    context: "sin, social insurance, nas, assurance sociale",
  },
  {
    kind: id,
    name: "Brazilian CPF number",
    pattern: "\\d{3}\\.?\\d{3}\\.?\\d{3}-?\\d{2}",
    valid: isCpf,
    alone: "likely",
    context: "cpf",
  },
  {
    kind: id,
    name: "Mexican CURP",
    pattern: "[A-Z][AEIOUX][A-Z]{2}\\d{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[0-9A-Z]\\d",
    valid: (bare) => startsWithDate(bare.slice(4)),
    alone: "certain",
    context: "curp",
  },
  {
    kind: id,
    name: "Mexican RFC",
    pattern: "[A-ZÑ&]{4}\\d{6}[A-Z0-9]{3}",
    valid: (bare) => isDayOfYear(Number(bare.slice(8, 10)), Number(bare.slice(6, 8))),
    alone: "possible",
    context: "rfc",
  },
  {
    kind: id,
    name: "Chilean RUT",
    pattern: "\\d{1,2}\\.\\d{3}\\.\\d{3}-[\\dK]|\\d{7,8}-[\\dK]",
    valid: isRut,
    alone: "likely",
    context: "rut, run",
  },
  {
    kind: id,
    name: "Argentine CUIL",
    pattern: "(?:20|23|24|27)-?\\d{8}-?\\d",
    valid: isCuil,
    alone: "possible",
    context: "cuil, cuit",
  },
  { kind: id, name: "driving licence number", pattern: "[A-Z]{1,2}\\d{6,9}", context: licenceWords },
];
