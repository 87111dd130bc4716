import { detectSensitiveValues } from "../acceptable-use/detect-sensitive-values";
import { DomainError } from "../domain-error";

/** Names of fields whose values must not be kept, such as card numbers. */
export const sensitiveFields = (fields: Record<string, string>): string[] =>
  Object.entries(fields)
    .filter(([name, value]) => detectSensitiveValues(value, { about: name, atLeast: "certain" }).length > 0)
    .map(([name]) => name);

/** Refuses values that the acceptable use policy forbids to collect. */
export function requireHarmless(fields: Record<string, string>): void {
  const [name, ...others] = sensitiveFields(fields);
  if (name === undefined) return;
  const words =
    "Looks like a card, account, insurance or identity number. Such numbers must not be kept here.";
  throw new DomainError(
    "invalid",
    "sensitive_value",
    `“${name}” ${words[0]?.toLowerCase()}${words.slice(1)} Nothing was stored.`,
    {
      fields: Object.fromEntries([name, ...others].map((each) => [each, words])),
    },
  );
}
