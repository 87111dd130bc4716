import type { FieldDefinition, FieldOption } from "~builder/document/form-definition";

export const leadFieldTypes = [
  "text",
  "long",
  "email",
  "phone",
  "url",
  "number",
  "date",
  "choice",
  "choices",
  "yes_no",
  "file",
] as const;
export type LeadFieldType = (typeof leadFieldTypes)[number];

/** What a field of leads is called and holds. */
export interface LeadField {
  name: string;
  label: string;
  type: LeadFieldType;
  options: FieldOption[];
}

const typesOfForms: Record<FieldDefinition["type"], LeadFieldType | undefined> = {
  text: "text",
  hidden: "text",
  email: "email",
  tel: "phone",
  number: "number",
  date: "date",
  url: "url",
  textarea: "long",
  select: "choice",
  radio: "choice",
  checkboxes: "choices",
  checkbox: "yes_no",
  file: "file",
  consent: undefined,
  password: undefined,
};

/** The field of leads that a form's field fills; none for consents, and none for address and name, which leads have. */
export function leadFieldOf(field: FieldDefinition): LeadField | undefined {
  const type = typesOfForms[field.type];
  if (!type || field.name === "email" || field.name.length > 100) return undefined;
  return {
    name: field.name,
    label: field.label.slice(0, 500),
    type: type === "choice" && field.multiple ? "choices" : type,
    options: (field.options ?? []).filter((option) => option.value !== "").slice(0, 300),
  };
}

/** Newer words win; options that people chose from before stay. */
export function joinLeadFields(known: LeadField | undefined, given: LeadField): LeadField {
  if (!known) return given;
  const offered = new Set(given.options.map((option) => option.value));
  const older = known.options.filter((option) => !offered.has(option.value));
  const hasOptions = given.type === "choice" || given.type === "choices";
  return { ...given, options: hasOptions ? [...given.options, ...older].slice(0, 300) : [] };
}

export const numberIn = (value: string): number | undefined => {
  const text = value.trim().replace(",", ".");
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(text) ? Number(text) : undefined;
};

export const dateIn = (value: string): string | undefined => /^\d{4}-\d{2}-\d{2}$/.exec(value.trim())?.[0];

/** The choices in a value that several were sent as; a value may have a comma of its own. */
export function choicesIn(field: Pick<LeadField, "options">, value: string): string[] {
  const whole = field.options.find((option) => option.value === value);
  if (whole) return [whole.value];
  const offered = [...field.options].sort((a, b) => b.value.length - a.value.length);
  const found: string[] = [];
  for (let rest = value.trim(); rest !== ""; ) {
    const next = offered.find(({ value: one }) => one && (rest === one || rest.startsWith(`${one}, `)));
    const chosen = next?.value ?? rest.split(", ")[0] ?? rest;
    found.push(chosen);
    rest = rest.slice(chosen.length).replace(/^, /, "").trim();
  }
  return found;
}
