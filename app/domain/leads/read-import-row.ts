import { parseEmailAddress } from "~/lib/email-address";
import { namedValues } from "~/lib/named-values";
import { plainLine } from "~/lib/plain-text";
import { sensitiveFields } from "./check-person";
import type { ImportProblemKind } from "./lead-import";
import { storedText } from "./lead-text";

export interface ImportRules {
  isDisposable(domain: string): boolean;
  /** Age from a column that holds one; undefined for other columns. */
  ageIn(field: string, value: string): number | undefined;
  minimumAge: number;
}

export type ReadRow =
  | { ok: true; email: string; name: string; fields: Record<string, string> }
  | { ok: false; kind: ImportProblemKind; detail: string };

const refused = (kind: ImportProblemKind, detail = ""): ReadRow => ({ ok: false, kind, detail });

/** What a spreadsheet would run as a formula is written with an apostrophe before it, by us and by others. */
const withoutGuard = (value: string): string => value.replace(/^'(?=[=+\-@])/, "");

/** Reads rows of one file, each checked as a form would be. */
export function createRowReader(fieldNames: readonly string[], rules: ImportRules) {
  return (values: readonly string[]): ReadRow => {
    const fields = namedValues();
    fieldNames.forEach((field, index) => {
      const value = storedText(withoutGuard((values[index] ?? "").trim()));
      if (field !== "" && value !== "" && fields[field] === undefined) fields[field] = value;
    });
    const given = fields.email;
    if (!given) return refused("no_address");
    const address = parseEmailAddress(given);
    if (!address.ok) return refused("address", plainLine(given, 80));
    if (rules.isDisposable(address.domain)) return refused("disposable", address.domain);
    const [sensitive] = sensitiveFields(fields);
    if (sensitive !== undefined) return refused("sensitive", sensitive);
    for (const [field, value] of Object.entries(fields)) {
      const age = rules.ageIn(field, value);
      if (age !== undefined && age < rules.minimumAge) return refused("under_age", field);
    }
    const { email: _, ...rest } = fields;
    const name = rest.name ?? [rest.first_name, rest.last_name].filter(Boolean).join(" ");
    return { ok: true, email: address.address, name: plainLine(name, 200), fields: rest };
  };
}
