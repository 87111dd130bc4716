import type { CookieCategory } from "./cookie-choice";
import type { ThirdParty } from "./third-party";

const list = (json: unknown): string[] => JSON.parse(String(json || "[]"));

/** A service as its row says, also one that came from elsewhere and is still to be checked. */
export const thirdPartyOf = (row: Readonly<Record<string, unknown>>): ThirdParty => ({
  id: String(row.id),
  siteId: String(row.site_id),
  name: String(row.name),
  vendor: String(row.vendor),
  purpose: String(row.purpose),
  category: row.category as CookieCategory,
  privacyUrl: String(row.privacy_url),
  scripts: list(row.scripts),
  startCode: String(row.start_code),
  hosts: list(row.hosts),
  storedNames: list(row.stored_names),
});

/** Of a service that was read and checked: what a page loads, and under which policy. */
export const loadedBy = (party: Omit<ThirdParty, "id">) => ({
  privacy_url: party.privacyUrl,
  scripts: JSON.stringify(party.scripts),
  start_code: party.startCode,
  hosts: JSON.stringify(party.hosts),
  stored_names: JSON.stringify(party.storedNames),
});
