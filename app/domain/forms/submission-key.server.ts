import { hash } from "node:crypto";

const normalised = (value: string) => value.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/** The same for the same form with the same fields, however they are spaced or capitalised. */
export function submissionKey(formId: string, fields: Record<string, string>): string {
  let text = formId;
  for (const name of Object.keys(fields).sort())
    text += `\u0000${name}\u0000${normalised(fields[name] ?? "")}`;
  return hash("sha256", text, "hex");
}
