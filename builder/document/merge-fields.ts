/** Merge syntax of subjects and mails: {{name}} and {{name|fallback}}. A field without value and fallback is empty. */
export type MergeValues = Record<string, string | undefined>;

const field = String.raw`\{\{\s*([A-Za-z_][\w.-]{0,59})\s*(?:\|([^{}]{0,300}))?\}\}`;
const fieldPattern = new RegExp(field, "g");

export const reservedFields = ["unsubscribe_url", "preferences_url", "postal_address"] as const;

export interface MergeField {
  name: string;
  fallback: string;
}

export const mergeFieldsIn = (template: string): MergeField[] =>
  Array.from(template.matchAll(fieldPattern), ([, name = "", fallback = ""]) => ({
    name: name.toLowerCase(),
    fallback: fallback.trim(),
  }));

/** Names used, each once, in order; reserved ones included. */
export const listMergeFields = (template: string): string[] => [
  ...new Set(mergeFieldsIn(template).map(({ name }) => name)),
];

export const replaceFields = (
  template: string,
  replacement: (name: string, fallback: string) => string,
): string =>
  template.replace(fieldPattern, (_all, name: string, fallback: string | undefined) =>
    replacement(name.toLowerCase(), (fallback ?? "").trim()),
  );

export function mergeValue(values: MergeValues, name: string, fallback: string): string {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return value !== undefined && value.trim() !== "" ? value : fallback;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters would end a header
const lineEnds = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

const toSingleLine = (text: string): string => text.replace(lineEnds, " ").replace(/ {2,}/g, " ").trim();

/** Fills plain text without HTML escaping. `singleLine` for subjects: no value can add a line to a header. */
export function fillText(
  template: string,
  values: MergeValues,
  options: { singleLine?: boolean } = {},
): string {
  const filled = replaceFields(template, (name, fallback) => mergeValue(values, name, fallback));
  return options.singleLine ? toSingleLine(filled) : filled;
}

export const encodeValue = (value: string): string =>
  encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Percent-encodes values, so that none can change where a link leads. */
export const fillUrl = (target: string, values: MergeValues): string =>
  replaceFields(target, (name, fallback) => encodeValue(mergeValue(values, name, fallback)));

const literalStart = /^https?:\/\/[^/?#{}\s\\@]+(?:[/?#]|$)/i;

/** Scheme and host of a web link must be literal: merge fields only after the host. */
export const hasLiteralHost = (url: string): boolean => literalStart.test(url);
