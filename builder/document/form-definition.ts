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
  "file",
  "password",
] as const;

/** `password` is only ever seen by the acceptable use check, which refuses it: no such form is published. */
export type FieldType = (typeof fieldTypes)[number];

/** What the content of an uploaded file may turn out to be. */
export const fileKinds = ["pdf", "image", "document", "sheet", "slides", "text"] as const;
export type FileKind = (typeof fileKinds)[number];

/** `field` stands before the field that depends on it. Values are compared without case and outer space. */
export interface FieldCondition {
  field: string;
  is: "filled" | "empty" | "one_of" | "none_of" | "at_least" | "at_most";
  values: string[];
}

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
  /** Explanation below the field. */
  help?: string;
  minLength?: number;
  maxLength?: number;
  min?: string;
  max?: string;
  /** Numbers go in such steps, counted from `min`. */
  step?: string;
  /** Of a telephone field: numbers without + are read as of this country (two capitals). */
  country?: string;
  /** Of a telephone field: a list of countries stands beside it, sent as NAME and countrySuffix. */
  countries?: string[];
  /** Of a file field. */
  accept?: FileKind[];
  maxBytes?: number;
  maxFiles?: number;
  /** Of a hidden field: the URL parameter of the page that fills it. */
  fromUrl?: string;
  /** Asked only while all hold; otherwise whatever is sent under the name is ignored. */
  shownIf?: FieldCondition[];
  /** Required while it holds. */
  requiredIf?: FieldCondition;
  /** Index of the step it stands in. */
  inStep?: number;
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

/** A file of the workspace that is handed over after sending. */
export interface FormDownload {
  fileId: string;
  /** Sent as a link by mail, offered on the page after sending, or both. */
  by: "mail" | "page" | "both";
}

export interface FormDefinition {
  /** Stable key of the form node inside its document: [a-z0-9-], at most 60 characters. */
  nodeKey: string;
  name: string;
  fields: FieldDefinition[];
  submitLabel: string;
  next: FormNext;
  /** Titles of its steps, when it has at least two. */
  steps?: string[];
  download?: FormDownload;
  /** Offers to keep what was typed in the visitor's own browser. */
  remember?: boolean;
}

/** Names of the fields that the renderer adds to every form; never part of a definition. */
export const tokenFieldName = "_t";
export const trapFieldName = "_website";

export const consentFieldPrefix = "consent_";

/** After the name of a telephone field: the country chosen beside it. */
export const countrySuffix = "__country";

export const fileLimits = { bytes: 10 * 1024 * 1024, files: 5, formBytes: 25 * 1024 * 1024 } as const;
