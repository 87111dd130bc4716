export const fieldTypes = [
  "text",
  "email",
  "tel",
  "number",
  "date",
  "url",
  "textarea",
  "select",
  "radio",
  "checkbox",
  "checkboxes",
  "hidden",
  "consent",
  "password",
] as const;

/** `password` is only ever seen by the acceptable use check, which refuses it: no such form is published. */
export type FieldType = (typeof fieldTypes)[number];

export interface FieldOption {
  value: string;
  label: string;
}

export interface FieldDefinition {
  name: string;
  /** What the visitor reads; falls back to placeholder, then name. */
  label: string;
  type: FieldType;
  required: boolean;
  /** Choices of select, radio and checkboxes. */
  options?: FieldOption[];
  /** Several choices may be sent under one name (checkboxes, select multiple). */
  multiple?: boolean;
  placeholder?: string;
  autocomplete?: string;
  maxLength?: number;
  min?: string;
  max?: string;
  /** Value of a hidden field or of a single checkbox. */
  value?: string;
  /** Of a consent box named consent_PURPOSE: the PURPOSE. */
  purpose?: string;
  /** Of a consent box: the label text, kept as proof. */
  wording?: string;
}

export type FormNext =
  | { kind: "message"; text: string }
  | { kind: "redirect"; url: string }
  | { kind: "page"; path: string };

export interface FormDefinition {
  /** Stable key of the form node inside its document: [a-z0-9-], at most 60 characters. */
  nodeKey: string;
  name: string;
  fields: FieldDefinition[];
  submitLabel: string;
  next: FormNext;
}

/** Names of the fields that the renderer adds to every form; never part of a definition. */
export const tokenFieldName = "_t";
export const trapFieldName = "_website";

export const consentFieldPrefix = "consent_";
