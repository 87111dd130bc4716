import { createHash } from "node:crypto";

const normalised = (value: string) => value.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/** The same for the same form with the same fields, however they are spaced or capitalised. */
export function submissionKey(formId: string, fields: Record<string, string>): string {
  const hash = createHash("sha256").update(formId);
  for (const name of Object.keys(fields).sort()) {
    hash.update(`\u0000${name}\u0000${normalised(fields[name] ?? "")}`);
  }
  return hash.digest("hex");
}
