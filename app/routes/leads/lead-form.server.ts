import type { LeadChangesInput } from "~/domain/leads/lead-input";

const prefix = "field.";
const addedRows = 3;

/** Fields as the form sends them: known ones by name, added ones as pairs. */
export function readLeadForm(form: FormData): LeadChangesInput & { fields: Record<string, string> } {
  const text = (name: string) => String(form.get(name) ?? "");
  const fields: Record<string, string> = Object.create(null);
  for (const [name, value] of form) {
    if (name.startsWith(prefix) && typeof value === "string")
      fields[name.slice(prefix.length)] = value.trim();
  }
  for (let row = 0; row < addedRows; row += 1) {
    const name = text(`new-name-${row}`).trim();
    const value = text(`new-value-${row}`).trim();
    if (name && value) fields[name] = value;
  }
  const email = text("email").trim();
  return { ...(email ? { email } : {}), name: text("name"), fields: { ...fields } };
}
