import { alphanumericValue, isOneDigitRepeated, startsWithDay, weightedSum } from "./check-digits";
import { licenceWords, passportWords } from "./document-words";
import { isEvenlySeparated, type Recogniser } from "./recogniser";

const nifLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
const isNif = (bare: string): boolean => nifLetters[Number(bare.slice(0, -1)) % 23] === bare.at(-1);
const isNie = (bare: string): boolean => isNif(`${"XYZ".indexOf(bare.charAt(0))}${bare.slice(1)}`);

const isNir = (bare: string): boolean => {
  const plain = bare.slice(0, 13).replace("2A", "19").replace("2B", "18");
  return 97 - (Number(plain) % 97) === Number(bare.slice(13));
};

const oddFiscal = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];
const isFiscalCode = (bare: string): boolean => {
  const sum = [...bare.slice(0, 15)].reduce((total, character, index) => {
    const value = /\d/.test(character) ? Number(character) : alphanumericValue(character) - 10;
    return total + (index % 2 === 0 ? (oddFiscal[value] ?? 0) : value);
  }, 0);
  return (sum % 26) + 10 === alphanumericValue(bare.charAt(15));
};

const isUkNhs = (bare: string): boolean => {
  const check = (11 - (weightedSum(bare, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return !isOneDigitRepeated(bare) && check === Number(bare[9]);
};

const isPps = (bare: string): boolean => {
  const extra = bare.length === 9 ? (alphanumericValue(bare.charAt(8)) - 9) * 9 : 0;
  const rest = (weightedSum(bare, [8, 7, 6, 5, 4, 3, 2]) + extra) % 23;
  return (rest === 0 ? "W" : String.fromCharCode(64 + rest)) === bare[7];
};

const isBelgian = (bare: string): boolean => {
  const [body, check] = [bare.slice(0, 9), Number(bare.slice(9))];
  return 97 - (Number(body) % 97) === check || 97 - (Number(`2${body}`) % 97) === check;
};

const id = "government-id" as const;

export const westEuropeanRecognisers: readonly Recogniser[] = [
  {
    kind: id,
    name: "Spanish identity number",
    pattern: "\\d{7,8}[ -]?[A-Z]",
    valid: isNif,
    alone: "likely",
    context: "dni, nif, documento",
  },
  {
    kind: id,
    name: "Spanish foreigner number",
    pattern: "[XYZ][ -]?\\d{7}[ -]?[A-Z]",
    valid: isNie,
    alone: "certain",
    context: "nie, extranjero",
  },
  {
    kind: id,
    name: "Spanish passport number",
    pattern: "[A-Z]{3}\\d{6}",
    alone: "possible",
    context: passportWords,
  },
  {
    kind: id,
    name: "French social security number",
    pattern: "[12] ?\\d{2} ?(?:0[1-9]|[2-9]\\d|1[0-2]) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}",
    valid: isNir,
    alone: "likely",
    context: "securite sociale, nir, insee, secu",
  },
  {
    kind: id,
    name: "Italian fiscal code",
    pattern: "[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]",
    valid: isFiscalCode,
    alone: "certain",
    context: "codice fiscale",
  },
  {
    kind: id,
    name: "Italian fiscal code",
    pattern: "[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]",
    alone: "likely",
    context: "codice fiscale",
  },
  {
    kind: id,
    name: "Italian identity card number",
    pattern: "[A-Z]{2} ?\\d{7}|\\d{7}[A-Z]{2}|[A-Z]{2}\\d{5}[A-Z]{2}",
    alone: "possible",
    context: `carta d identita, documento, id card, identity card, ${passportWords}`,
  },
  {
    kind: id,
    name: "Italian driving licence number",
    pattern: "[A-Z]{2}\\d{7}[A-Z]|U1[A-Z0-9]{7}[A-Z]",
    alone: "possible",
    context: licenceWords,
  },
  {
    kind: id,
    name: "UK national insurance number",
    pattern:
      "(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\\d{2}[ -]?\\d{2}[ -]?\\d{2}[ -]?[A-D]",
    alone: "likely",
    context: "national insurance, nino, ni number",
  },
  {
    kind: "health",
    name: "UK NHS number",
    pattern: "\\d{3}[ -]?\\d{3}[ -]?\\d{4}",
    valid: (bare, raw) => isEvenlySeparated(raw) && isUkNhs(bare),
    alone: "possible",
    context: "nhs, national health, patient, health",
  },
  {
    kind: id,
    name: "UK passport number",
    pattern: "[A-Z]{2}\\d{7}",
    alone: "possible",
    context: passportWords,
  },
  { kind: id, name: "passport number", pattern: "\\d{9}|[A-Z]{1,2}\\d{6,8}", context: passportWords },
  {
    kind: id,
    name: "UK driving licence number",
    pattern: "[A-Z][A-Z9]{4}\\d[0156]\\d(?:[0-2]\\d|3[01])\\d[A-Z9]{2}[A-Z0-9][A-Z]{2}",
    valid: (bare) => /^(0[1-9]|1[0-2]|5[1-9]|6[0-2])$/.test(bare.slice(6, 8)),
    alone: "likely",
    context: licenceWords,
  },
  {
    kind: id,
    name: "Irish personal public service number",
    pattern: "\\d{7}[A-W][A-IW]?",
    valid: isPps,
    alone: "likely",
    context: "pps, ppsn",
  },
  {
    kind: id,
    name: "Dutch citizen service number",
    pattern: "\\d{4}[. ]?\\d{2}[. ]?\\d{3}",
    valid: (bare) => !isOneDigitRepeated(bare) && weightedSum(bare, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
    alone: "possible",
    context: "bsn, burgerservicenummer, sofinummer, sofi",
  },
  {
    kind: id,
    name: "Belgian national number",
    pattern: "\\d{2}[. ]?\\d{2}[. ]?\\d{2}[- ]?\\d{3}[. ]?\\d{2}",
    valid: (bare) => Number(bare.slice(2, 4)) <= 12 && Number(bare.slice(4, 6)) <= 31 && isBelgian(bare),
    alone: "likely",
    context: "rijksregister*, registre national, numero national",
  },
  {
    kind: id,
    name: "Portuguese tax number",
    pattern: "[1-3]\\d{2} ?\\d{3} ?\\d{3}",
    valid: (bare) => {
      const rest = weightedSum(bare, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
      return (rest < 2 ? 0 : 11 - rest) === Number(bare[8]);
    },
    context: "nif, contribuinte",
  },
  {
    kind: id,
    name: "Danish personal number",
    pattern: "\\d{6}-?\\d{4}",
    valid: (bare) => startsWithDay(bare),
    context: "cpr, personnummer",
  },
  {
    kind: id,
    name: "Danish personal number",
    pattern: "\\d{6}-\\d{4}",
    valid: (bare) => startsWithDay(bare) && weightedSum(bare, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    alone: "likely",
    context: "cpr",
  },
];
