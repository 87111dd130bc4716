import { alphanumericValue, icao, isDayOfYear, iso7064, weightedSum } from "./check-digits";
import { licenceWords, passportWords } from "./document-words";
import type { Recogniser } from "./recogniser";

const crossSum = (value: number): number => Math.floor(value / 10) + (value % 10);

/** German pension insurance: letters count as two digits, products are reduced to their cross sums. */
const isPensionNumber = (bare: string): boolean => {
  const [area, day, month] = [bare.slice(0, 2), bare.slice(2, 4), bare.slice(4, 6)].map(Number);
  const born = isDayOfYear(Number(day) > 50 ? Number(day) - 50 : Number(day), Number(month));
  const spelt = `${bare.slice(0, 8)}${String(alphanumericValue(bare.charAt(8)) - 9).padStart(2, "0")}${bare.slice(9, 11)}`;
  const sum = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].reduce(
    (total, weight, index) => total + crossSum(weight * Number(spelt[index])),
    0,
  );
  return Number(area) >= 2 && born && sum % 10 === Number(bare[11]);
};

const isHealthInsuranceNumber = (bare: string): boolean => {
  const spelt = String(alphanumericValue(bare.charAt(0)) - 9).padStart(2, "0") + bare.slice(1, 9);
  const sum = [...spelt].reduce(
    (total, digit, index) => total + crossSum(Number(digit) * ((index % 2) + 1)),
    0,
  );
  return sum % 10 === Number(bare[9]);
};

const id = "government-id" as const;

export const germanSpeakingRecognisers: readonly Recogniser[] = [
  {
    kind: id,
    name: "German tax number",
    pattern: "\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}",
    valid: (bare) => !bare.startsWith("0") && !/(\d)(?:.*\1){3}/.test(bare.slice(0, 10)) && iso7064(bare),
    alone: "possible",
    context: "steuer*, tax, idnr, tin",
  },
  {
    kind: id,
    name: "German tax office number",
    pattern: "\\d{2,3}/\\d{3,4}/\\d{4,5}",
    alone: "possible",
    context: "steuer*, tax",
  },
  {
    kind: id,
    name: "German tax office number",
    pattern: "(?:0[1-9]|1[0-6])\\d{11}|[1-9]\\d{12}",
    context: "steuernummer*, steuer nr",
  },
  {
    kind: id,
    name: "German pension insurance number",
    pattern: "\\d{2} ?\\d{6} ?[A-Z] ?\\d{3}",
    valid: isPensionNumber,
    alone: "likely",
    context: "rvnr, rentenversicherung*, sozialversicherung*, sv nummer",
  },
  {
    kind: "health",
    name: "German health insurance number",
    pattern: "[A-Z]\\d{9}",
    valid: isHealthInsuranceNumber,
    alone: "likely",
    context: "kvnr, krankenversicher*, egk, versichertennummer, gesundheitskarte",
  },
  {
    kind: id,
    name: "German identity document number",
    pattern: "[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{7}\\d",
    valid: icao,
    alone: "possible",
    context: `ausweis*, perso, personalausweis*, ${passportWords}`,
  },
  {
    kind: id,
    name: "German identity document number",
    pattern: "[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{7}\\d|T\\d{8}",
    context: `ausweis*, personalausweis*, id card, ${passportWords}`,
  },
  {
    kind: id,
    name: "German driving licence number",
    pattern: "[A-Z]{1,2}[A-Z0-9]?\\d{8}[0-9X]|[A-Z]{2}\\d{8}[A-Z0-9]",
    valid: (bare) => bare.length === 11,
    alone: "possible",
    context: licenceWords,
  },
  {
    kind: id,
    name: "Austrian social insurance number",
    pattern: "\\d{4} ?\\d{6}",
    valid: (bare) =>
      isDayOfYear(Number(bare.slice(4, 6)), Number(bare.slice(6, 8))) &&
      weightedSum(bare, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(bare[3]),
    alone: "possible",
    context: "sv nummer, svnr, sozialversicherung*, versicherungsnummer",
  },
  {
    kind: id,
    name: "Swiss social insurance number",
    pattern: "756[. ]?\\d{4}[. ]?\\d{4}[. ]?\\d{2}",
    valid: (bare) => weightedSum(bare, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
    alone: "certain",
    context: "ahv, avs",
  },
];
