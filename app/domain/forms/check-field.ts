import { dayInWords, isDay } from "~/lib/day-in-words";
import { parseEmailAddress } from "~/lib/email-address";
import { isTicked } from "~/lib/ticked";
import type { FieldDefinition } from "~builder/document/form-definition";
import { phoneShape } from "~builder/document/phone-shape";
import { type FormWords, withNumber } from "./form-words";

/** What a field holds after checking: a value to keep, or what is wrong with it. */
export type CheckedField = { value: string } | { error: string };

const lineLength = 1000;
const textLength = 10_000;

function isWebAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

function checkNumber(field: FieldDefinition, text: string, words: FormWords): CheckedField {
  const number = Number(text.replace(",", "."));
  if (!/^[+-]?\d*[.,]?\d+(?:e[+-]?\d+)?$/i.test(text) || !Number.isFinite(number))
    return { error: words.number };
  if (field.min && number < Number(field.min)) return { error: withNumber(words.tooSmall, field.min) };
  if (field.max && number > Number(field.max)) return { error: withNumber(words.tooLarge, field.max) };
  const step = Number(field.step);
  if (step > 0 && !isWholeSteps(number, Number(field.min ?? 0), step))
    return { error: withNumber(words.inSteps, field.step ?? "") };
  return { value: text };
}

/** As browsers do: a browser's own numbers have rounding in their last places, too. */
function isWholeSteps(number: number, from: number, step: number): boolean {
  const steps = (number - (Number.isFinite(from) ? from : 0)) / step;
  return Math.abs(steps - Math.round(steps)) < 1e-9 * Math.max(1, Math.abs(steps));
}

function checkDate(field: FieldDefinition, text: string, words: FormWords): CheckedField {
  if (!isDay(text)) return { error: words.date };
  if (field.min && isDay(field.min) && text < field.min)
    return { error: withNumber(words.tooEarly, dayInWords(field.min, words.language)) };
  if (field.max && isDay(field.max) && text > field.max)
    return { error: withNumber(words.tooLate, dayInWords(field.max, words.language)) };
  return { value: text };
}

function checkChoices(field: FieldDefinition, given: readonly string[], words: FormWords): CheckedField {
  const offered = new Set(field.options?.map((option) => option.value));
  const several = field.multiple || field.type === "checkboxes";
  if (!given.every((value) => offered.has(value)) || (!several && given.length > 1))
    return { error: words.choice };
  return { value: [...new Set(given)].join(", ") };
}

function checkOne(field: FieldDefinition, text: string, words: FormWords): CheckedField {
  switch (field.type) {
    case "email": {
      const parsed = parseEmailAddress(text);
      return parsed.ok ? { value: parsed.address } : { error: words.email };
    }
    case "number":
      return checkNumber(field, text, words);
    case "date":
      return checkDate(field, text, words);
    case "url":
      return isWebAddress(text) ? { value: text } : { error: words.url };
    case "tel":
      return phoneShape.test(text) ? { value: text } : { error: words.tel };
    default:
      return { value: text };
  }
}

/** Checks what was sent for one field; nothing sent gives an empty value where the field may stay empty. */
export function checkField(field: FieldDefinition, sent: readonly string[], words: FormWords): CheckedField {
  if (field.type === "consent" || field.type === "checkbox") {
    if (isTicked(sent))
      return { value: field.type === "consent" ? "yes" : (sent[0] ?? "").slice(0, lineLength) };
    return field.required ? { error: words.tick } : { value: "" };
  }
  const given = sent.map((text) => text.trim()).filter((text) => text !== "");
  const [first] = given;
  if (first === undefined) return field.required ? { error: words.required } : { value: "" };
  if (field.type === "select" || field.type === "radio" || field.type === "checkboxes") {
    return checkChoices(field, given, words);
  }
  const text = field.type === "textarea" ? first.replace(/\r\n?/g, "\n") : first;
  const limit = Math.min(
    field.maxLength && field.maxLength > 0 ? field.maxLength : textLength,
    field.type === "textarea" ? textLength : lineLength,
  );
  const { length } = [...text];
  if (length > limit) return { error: withNumber(words.tooLong, limit) };
  if (field.minLength && length < field.minLength)
    return { error: withNumber(words.tooShort, field.minLength) };
  return checkOne(field, text, words);
}
