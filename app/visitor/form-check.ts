import { dayInWords } from "~/lib/day-in-words";
import { namedValues } from "~/lib/named-values";
import { phoneShape } from "~builder/document/phone-shape";
import { type Control, controlsIn, isBox, valuesOf } from "./form-controls";

export type Says = Record<string, string>;

export function saysOf(form: HTMLFormElement): Says {
  try {
    return JSON.parse(form.dataset.says ?? "{}");
  } catch {
    return {};
  }
}

const filled = (text: string | undefined, n: string | number): string | undefined =>
  text?.replace("{n}", () => String(n));

function problemOfFiles(input: HTMLInputElement, says: Says): string | undefined {
  const files = Array.from(input.files ?? []);
  const most = input.multiple ? 5 : 1;
  if (files.length > most) return filled(says.fileCount, most);
  const megabytes = Math.min(Number(input.dataset.maxMb) || 10, 10);
  if (files.some((file) => file.size > megabytes * 1048576)) return filled(says.fileSize, megabytes);
  const endings = input.accept.split(",").filter(Boolean);
  const isTaken = (file: File) => endings.some((ending) => file.name.toLowerCase().endsWith(ending));
  if (endings.length > 0 && !files.every(isTaken))
    return filled(says.fileKind, endings.map((ending) => ending.slice(1).toUpperCase()).join(", "));
  return undefined;
}

function problemOfText(
  control: HTMLInputElement | HTMLTextAreaElement,
  text: string,
  says: Says,
): string | undefined {
  const { validity, type, minLength, maxLength } = control;
  const rule = (name: string) => control.getAttribute(name) ?? "";
  if (type === "email" && !/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text)) return says.email;
  if (type === "tel" && !phoneShape.test(text)) return says.tel;
  if (type === "url" && !/^https?:\/\/\S+$/i.test(text)) return says.url;
  const isDay = type === "date";
  const limit = (name: string) =>
    isDay ? dayInWords(rule(name), says.language || document.documentElement.lang || "en") : rule(name);
  if (validity.rangeUnderflow) return filled(isDay ? says.tooEarly : says.tooSmall, limit("min"));
  if (validity.rangeOverflow) return filled(isDay ? says.tooLate : says.tooLarge, limit("max"));
  if (validity.stepMismatch) return filled(says.inSteps, rule("step"));
  const { length } = [...text];
  if (maxLength >= 0 && length > maxLength) return filled(says.tooLong, maxLength);
  return minLength > 0 && length < minLength ? filled(says.tooShort, minLength) : undefined;
}

function problemOf(controls: readonly Control[], says: Says): string | undefined {
  const [control] = controls;
  if (!control || control.type === "hidden") return undefined;
  // What a browser cannot read it does not tell: the field looks empty.
  if (control.validity.badInput) return control.type === "date" ? says.date : says.number;
  const values = valuesOf(controls);
  if (values.length === 0) {
    if (!controls.some((one) => one.required)) return undefined;
    return control.type === "checkbox" && controls.length === 1 ? says.tick : says.required;
  }
  if (isBox(control) || control instanceof HTMLSelectElement) return undefined;
  return control instanceof HTMLInputElement && control.type === "file"
    ? problemOfFiles(control, says)
    : problemOfText(control, (values[0] ?? "").trim(), says);
}

/** What is wrong by name, among the fields in `part`; the server checks all of it again, and more. */
export function problemsIn(form: HTMLFormElement, part: Element, says: Says): Record<string, string> {
  const groups = new Map<string, Control[]>();
  for (const control of controlsIn(form)) {
    if (!control.name || control.disabled || !part.contains(control)) continue;
    groups.set(control.name, [...(groups.get(control.name) ?? []), control]);
  }
  const problems = namedValues();
  for (const [name, controls] of groups) {
    const problem = problemOf(controls, says);
    if (problem) problems[name] = problem;
  }
  return problems;
}
