import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { dayInWords, isDay } from "~/lib/day-in-words";
import { isTicked } from "~/lib/ticked";
import { choicesIn, dateIn, type LeadField, type LeadFieldType } from "./lead-field";

const language = "en-GB";
const countries = new Intl.DisplayNames(language, { type: "region" });
const plainTicks = new Set(["on", "yes", "true", "1"]);

/** What would lose a digit by being read as a number stays as it is, such as a number that begins with zeros. */
function showNumber(value: string): string {
  const text = value.trim().replace(",", ".");
  const [, whole = "", part = ""] = /^[+-]?(0|[1-9]\d{0,14})(?:\.(\d{1,15}))?$/.exec(text) ?? [];
  if (whole.length === 0 || whole.length + part.length > 15) return value;
  // Thousands are set apart from ten thousand on, so that a year stays a year.
  const shape = new Intl.NumberFormat(language, { useGrouping: "min2", minimumFractionDigits: part.length });
  return shape.format(Number(text));
}

function showPhone(value: string): string {
  const number = value.startsWith("+") ? parsePhoneNumberFromString(value) : undefined;
  if (!number?.isValid()) return value;
  const international = number.formatInternational();
  return number.country ? `${international} (${countries.of(number.country)})` : international;
}

function showTick(value: string): string {
  if (!isTicked([value])) return "No";
  return plainTicks.has(value.trim().toLowerCase()) ? "Yes" : value;
}

function showDate(value: string): string {
  const day = dateIn(value) ?? value;
  return isDay(day) ? dayInWords(day, language) : value;
}

const showChoices = ({ options }: LeadField, chosen: readonly string[]): string =>
  chosen.map((one) => options.find((option) => option.value === one)?.label || one).join(", ");

const ways: Partial<Record<LeadFieldType, (value: string, field: LeadField) => string>> = {
  number: showNumber,
  date: showDate,
  phone: showPhone,
  yes_no: showTick,
  choice: (value, field) => showChoices(field, [value]),
  choices: (value, field) => showChoices(field, choicesIn(field, value)),
};

/** A value as people read it. What does not fit the type of its field stays as it was sent. */
export const showValue = (field: LeadField | undefined, value: string): string =>
  (field && ways[field.type]?.(value, field)) ?? value;
