import type { FieldDefinition, FormDefinition } from "./form-definition";

const byType: Partial<Record<FieldDefinition["type"], readonly string[]>> = {
  email: ["email"],
  tel: ["tel"],
  url: ["url"],
  number: ["number", "tooSmall", "tooLarge", "inSteps"],
  date: ["date", "tooEarly", "tooLate", "language"],
  select: ["choice"],
  radio: ["choice"],
  checkboxes: ["choice"],
  checkbox: ["tick"],
  consent: ["tick"],
  file: ["fileKind", "fileSize", "fileCount"],
};

/** Names of the messages that the fields of a form can give rise to in the browser. */
export function messagesFor(form: FormDefinition): string[] {
  const names = form.fields.flatMap((field) => [
    ...(byType[field.type] ?? []),
    ...(field.minLength ? ["tooShort"] : []),
    ...(field.maxLength ? ["tooLong"] : []),
  ]);
  return [...new Set(["required", "errorTitle", ...names, ...(form.steps ? ["step"] : [])])];
}
