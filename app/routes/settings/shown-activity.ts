import type { AuditEntry } from "~/domain/audit/audit-entry";
import { type IdKind, isId, publicId } from "~/lib/ids";

/** What a member sees by its own address. */
const places: Partial<Record<string, { kind: IdKind; path: string }>> = {
  page: { kind: "page", path: "pages" },
  lead: { kind: "lead", path: "leads" },
  campaign: { kind: "campaign", path: "campaigns" },
};

const unnamed: Record<string, string> = {
  member: "Somebody who left",
  account: "An account",
  apiKey: "An API key",
  staff: "The operator",
  visitor: "A visitor",
  system: "Foyer itself",
};

/** change-role, fromEmail → change role, from email */
const inWords = (code: string): string =>
  code
    .replaceAll(/[-_]/g, " ")
    .replaceAll(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/^api\b/, "API");

const standings: Record<string, string> = {
  "workspace:good": "Workspace: in good standing",
  "workspace:stay": "Workspace: its owner stays",
};

/** page:publish → Page: publish */
function whatOf(action: string): string {
  const known = standings[action];
  if (known) return known;
  const [noun = "", verb = ""] = action.split(":");
  const said = inWords(noun);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}: ${inWords(verb)}`;
}

const isMoment = (name: string, value: unknown): value is number =>
  typeof value === "number" && /(^a|A)t$/.test(name);

const shownValue = (name: string, value: unknown): string =>
  isMoment(name, value)
    ? `${new Date(value).toISOString().slice(0, 16).replace("T", " ")} UTC`
    : String(value);

function detailOf(detail: AuditEntry["detail"]): string {
  const told = Object.entries(detail ?? {}).filter(
    ([, value]) => typeof value !== "object" && value !== "" && value !== undefined,
  );
  const words = told.map(([name, value]) => `${inWords(name)}: ${shownValue(name, value)}`).join(", ");
  return words.length > 160 ? `${words.slice(0, 159)}…` : words;
}

/** Entries of the audit log as people read them. `names`: of accounts and keys, by their ids. */
export const shownActivity = (
  entries: readonly AuditEntry[],
  names: ReadonlyMap<string, string>,
  base: string,
) =>
  entries.map(({ id, at, actorKind, actorId, action, targetKind, targetId, detail }) => {
    const place = isId(targetId) ? places[targetKind] : undefined;
    return {
      id,
      at,
      who: (actorKind !== "staff" && names.get(actorId)) || unnamed[actorKind] || actorKind,
      what: whatOf(action),
      detail: detailOf(detail),
      to: place && `${base}/${place.path}/${publicId(place.kind, targetId)}`,
    };
  });
