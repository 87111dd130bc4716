import { isDomainError } from "~/domain/domain-error";

/** What an action hands back when a form was not accepted: what was typed, and what is wrong with it. */
export interface FormState {
  values?: Record<string, string | string[]>;
  /** Messages by field name. */
  errors?: Record<string, string>;
  /** What is wrong with the whole. */
  message?: string;
}

const neverSentBack = /passw|secret|token|^code$|^present$|^proof$|^_/i;

/** What was typed, to fill the form again; passwords and codes are never sent back. */
export function typedValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (neverSentBack.test(name)) continue;
    const entered = form.getAll(name).filter((value) => typeof value === "string");
    values[name] = entered.length === 1 ? (entered[0] ?? "") : entered;
  }
  return values;
}

interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

/** The first message of each field; those of no field stand under the empty name. */
export function errorsByField(issues: readonly Issue[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) {
    const name = String(path[0] ?? "");
    errors[name] ??= message;
  }
  return errors;
}

/** The state after a failed check of the fields, such as `zodError.issues`. */
export function invalidForm(form: FormData, issues: readonly Issue[]): FormState {
  const { "": message, ...errors } = errorsByField(issues);
  return { values: typedValues(form), errors, message };
}

/** The state after a use case refused. What is not an expected failure is thrown on. */
export function refusedForm(form: FormData, error: unknown): FormState {
  if (!isDomainError(error)) throw error;
  return { values: typedValues(form), errors: error.details.fields, message: error.safeMessage };
}
