import {
  alphanumericValue,
  isDayOfYear,
  isOneDigitRepeated,
  luhn,
  startsWithDate,
  verhoeff,
  weightedSum,
} from "./check-digits";
import { licenceWords, passportWords } from "./document-words";
import { hasSeparator, isEvenlySeparated, type Recogniser } from "./recogniser";

const isTurkish = (bare: string): boolean => {
  const digit = (index: number) => Number(bare[index]);
  const odd = digit(0) + digit(2) + digit(4) + digit(6) + digit(8);
  const even = digit(1) + digit(3) + digit(5) + digit(7);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return tenth === digit(9) && (odd + even + tenth) % 10 === digit(10);
};

const isAadhaar = (bare: string): boolean => verhoeff(bare) && bare !== [...bare].reverse().join("");

const isSingaporean = (bare: string): boolean => {
  const sum = weightedSum(bare.slice(1), [2, 7, 6, 5, 4, 3, 2]);
  const offsets: Record<string, [number, string]> = {
    S: [0, "JZIHGFEDCBA"],
    T: [4, "JZIHGFEDCBA"],
    F: [0, "XWUTRQPNMLK"],
    G: [4, "XWUTRQPNMLK"],
    M: [3, "XWUTRQPNJLK"],
  };
  const [offset, letters] = offsets[bare.charAt(0)] ?? [0, ""];
  return letters[(sum + offset) % 11] === bare[8];
};

const isThaiProvince = (code: number): boolean =>
  code >= 10 && code <= 96 && ![28, 29, 59, 68, 69, 78, 79, 87, 88, 89].includes(code);

const isThai = (bare: string): boolean =>
  isThaiProvince(Number(bare.slice(1, 3))) &&
  (11 - (weightedSum(bare, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(bare[12]);

const isSouthAfrican = (bare: string): boolean =>
  startsWithDate(bare) && /^\d{10}[0-2]/.test(bare) && luhn(bare);

const koreanSum = (bare: string): number => weightedSum(bare, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11;
const isKorean = (bare: string): boolean =>
  startsWithDate(bare) &&
  ((11 - koreanSum(bare)) % 10 === Number(bare[12]) || (13 - koreanSum(bare)) % 10 === Number(bare[12]));

const isChinese = (bare: string): boolean =>
  isDayOfYear(Number(bare.slice(12, 14)), Number(bare.slice(10, 12))) &&
  "10X98765432"[weightedSum(bare, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] === bare[17];

const isTaiwanese = (bare: string): boolean => {
  const letter = "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(bare.charAt(0)) + 10;
  const sum =
    Math.floor(letter / 10) + (letter % 10) * 9 + weightedSum(bare.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1]);
  return sum % 10 === 0;
};

const isHongKong = (bare: string): boolean => {
  const body = bare.slice(0, -1).padStart(8, " ");
  const sum = [...body].reduce(
    (total, character, index) =>
      total + (character === " " ? 36 : alphanumericValue(character)) * (9 - index),
    0,
  );
  return (11 - (sum % 11)) % 11 === (bare.endsWith("A") ? 10 : Number(bare.at(-1)));
};

const isJapanese = (bare: string): boolean => {
  const rest = weightedSum(bare, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest <= 1 ? 0 : 11 - rest) === Number(bare[11]);
};

const isTaxFile = (bare: string): boolean =>
  !isOneDigitRepeated(bare) && weightedSum(bare, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0;

const isMedicare = (bare: string): boolean =>
  weightedSum(bare, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(bare[8]);

const id = "government-id" as const;

export const asianAfricanOceanianRecognisers: readonly Recogniser[] = [
  {
    kind: id,
    name: "Turkish identity number",
    pattern: "[1-9]\\d{10}",
    valid: isTurkish,
    alone: "likely",
    context: "tc kimlik, kimlik*, tckn, t c",
  },
  {
    kind: id,
    name: "Indian Aadhaar number",
    pattern: "[2-9]\\d{3}[- :]\\d{4}[- :]\\d{4}",
    valid: isAadhaar,
    alone: "certain",
    context: "aadhaar, aadhar, uidai, आधार",
  },
  {
    kind: id,
    name: "Indian Aadhaar number",
    pattern: "[2-9]\\d{11}",
    valid: isAadhaar,
    alone: "possible",
    context: "aadhaar, aadhar, uidai, आधार",
  },
  {
    kind: id,
    name: "Indian permanent account number",
    pattern: "[A-Z]{3}[ABCFGHJLPT][A-Z]\\d{4}[A-Z]",
    alone: "likely",
    context: "pan, permanent account, पैन",
  },
  {
    kind: id,
    name: "Indian permanent account number",
    pattern: "[A-Z]{5}\\d{4}[A-Z]",
    alone: "possible",
    context: "pan, permanent account, पैन",
  },
  {
    kind: id,
    name: "Indian voter number",
    pattern: "[A-Z]{3}\\d{7}",
    alone: "possible",
    context: "voter*, epic, vote, election*, मतदाता",
  },
  {
    kind: id,
    name: "Indian passport number",
    pattern: "[A-PR-WY][1-9]\\d ?\\d{4}[1-9]",
    alone: "possible",
    context: passportWords,
  },
  {
    kind: id,
    name: "Singaporean identity number",
    pattern: "[STFGM]\\d{7}[A-Z]",
    valid: isSingaporean,
    alone: "certain",
    context: "nric, fin",
  },
  {
    kind: id,
    name: "Singaporean identity number",
    pattern: "[STFGM]\\d{7}[A-Z]",
    alone: "possible",
    context: "nric, fin, identity card",
  },
  {
    kind: id,
    name: "Thai identity number",
    pattern: "[1-8][- ]\\d{4}[- ]\\d{5}[- ]\\d{2}[- ]\\d",
    valid: isThai,
    alone: "likely",
    context: "thai id, เลขประจำตัวประชาชน, เลขบัตรประชาชน",
  },
  {
    kind: id,
    name: "Thai identity number",
    pattern: "[1-8]\\d{12}",
    valid: isThai,
    alone: "possible",
    context: "thai id, เลขประจำตัวประชาชน, เลขบัตรประชาชน",
  },
  {
    kind: id,
    name: "South African identity number",
    pattern: "\\d{6} ?\\d{4} ?\\d{3}",
    valid: isSouthAfrican,
    alone: "likely",
    context: "rsa id, sa id, identity, id number",
  },
  {
    kind: id,
    name: "Korean resident number",
    pattern: "\\d{6}-[1-8]\\d{6}",
    valid: startsWithDate,
    alone: "likely",
    context: "rrn, frn, 주민등록*, 외국인등록*",
  },
  {
    kind: id,
    name: "Korean resident number",
    pattern: "\\d{6}[1-8]\\d{6}",
    valid: isKorean,
    alone: "likely",
    context: "rrn, frn, 주민등록*, 외국인등록*",
  },
  {
    kind: id,
    name: "Korean resident number",
    pattern: "\\d{6}[1-8]\\d{6}",
    valid: (bare) => startsWithDate(bare) && !hasSeparator(bare),
    alone: "possible",
    context: "rrn, frn, 주민등록*, 외국인등록*",
  },
  {
    kind: id,
    name: "Korean passport number",
    pattern: "[MSRODG](?:\\d{3}[A-Z]\\d{4}|\\d{8})",
    alone: "possible",
    context: passportWords,
  },
  {
    kind: id,
    name: "Korean driving licence number",
    pattern: "(?:1[1-9]|2[0-8])[- ]?\\d{2}[- ]?\\d{6}[- ]?\\d{2}",
    valid: (_, raw) => isEvenlySeparated(raw),
    alone: "possible",
    context: licenceWords,
  },
  {
    kind: id,
    name: "Chinese resident number",
    pattern: "[1-9]\\d{5}(?:18|19|20)\\d{9}[\\dX]",
    valid: isChinese,
    alone: "certain",
    context: "身份证*, 身份證*",
  },
  {
    kind: id,
    name: "Taiwanese identity number",
    pattern: "[A-Z][1289]\\d{8}",
    valid: isTaiwanese,
    alone: "likely",
    context: "身分證*",
  },
  {
    kind: id,
    name: "Hong Kong identity number",
    pattern: "[A-Z]{1,2}\\d{6}\\([\\dA]\\)",
    valid: isHongKong,
    alone: "certain",
    context: "hkid",
  },
  {
    kind: id,
    name: "Malaysian identity number",
    pattern: "\\d{6}-\\d{2}-\\d{4}",
    valid: startsWithDate,
    alone: "likely",
    context: "mykad, kad pengenalan",
  },
  {
    kind: id,
    name: "Japanese individual number",
    pattern: "\\d{4}[- ]?\\d{4}[- ]?\\d{4}",
    valid: isJapanese,
    context: "マイナンバー, my number, 個人番号",
  },
  {
    kind: id,
    name: "Israeli identity number",
    pattern: "\\d{8}-?\\d",
    valid: luhn,
    context: "teudat zehut, תעודת זהות",
  },
  {
    kind: id,
    name: "Philippine taxpayer number",
    pattern: "\\d{3}-\\d{3}-\\d{3}(?:-\\d{3,5})?|\\d{12}",
    context: "tin, bir",
  },
  { kind: id, name: "Nigerian identity number", pattern: "\\d{11}", context: "nin, national identification" },
  {
    kind: id,
    name: "Australian tax file number",
    pattern: "\\d{3}[- ]?\\d{3}[- ]?\\d{3}",
    valid: (bare, raw) => isEvenlySeparated(raw) && isTaxFile(bare),
    alone: "possible",
    context: "tfn, tax file",
  },
  {
    kind: "health",
    name: "Australian Medicare number",
    pattern: "[2-6]\\d{3} ?\\d{5} ?\\d",
    valid: isMedicare,
    alone: "possible",
    context: "medicare",
  },
];
