/** What a key may do, in the words people see when making one. */
export const apiScopes = {
  "sites:read": "See sites, their domains and redirects",
  "sites:write": "Make and change sites, their domains and redirects",
  "pages:read": "See pages, their reports and testimonials",
  "pages:write": "Make and change pages and testimonials",
  "pages:publish": "Publish and unpublish pages, and ask quoted people for consent",
  "leads:read": "See leads, segments and consents",
  "leads:write": "Make, change, import and delete leads",
  "campaigns:read": "See campaigns, topics and senders",
  "campaigns:write": "Make campaigns, topics and senders",
  "campaigns:send": "Send campaigns and stop them",
  "suppressions:read": "See who must not be written to",
  "suppressions:write": "Record an opt-out",
  "exports:read": "See exports and fetch them",
  "exports:write": "Export the whole workspace",
  "webhooks:read": "See webhook endpoints and what was sent to them",
  "webhooks:write": "Make and change webhook endpoints",
  "audit:read": "Read the audit log",
  "retention:read": "See how long data is kept",
  "retention:write": "Change how long data is kept, and so what is deleted",
} as const;

export type ApiScope = keyof typeof apiScopes;

export const apiScopeNames = Object.keys(apiScopes) as ApiScope[];

export const isApiScope = (value: string): value is ApiScope => value in apiScopes;

const nounWords: Record<string, string> = {
  sites: "Sites",
  pages: "Pages",
  leads: "Leads",
  campaigns: "Campaigns",
  suppressions: "Suppressions",
  exports: "Exports",
  webhooks: "Webhooks",
  audit: "Audit log",
  retention: "Keeping data",
};

export const scopeActs: Record<string, string> = {
  read: "Read",
  write: "Write",
  publish: "Publish",
  send: "Send",
};

const nounOf = (scope: string): string => scope.split(":")[0] ?? "";

/** The scopes by what they are about, as people choose them. */
export const scopesByNoun = [...new Set(apiScopeNames.map(nounOf))].map((noun) => ({
  noun,
  label: nounWords[noun] ?? noun,
  scopes: apiScopeNames.filter((scope) => nounOf(scope) === noun),
}));

/** Names for many scopes at once: a key carries the scopes themselves, so it never grows with a new one. */
export const scopePresets = {
  read: apiScopeNames.filter((scope) => scope.endsWith(":read")),
  all: apiScopeNames,
} as const;

const holdsAll = (scopes: readonly string[], preset: readonly string[]): boolean =>
  scopes.length === preset.length && preset.every((scope) => scopes.includes(scope));

/** In a word where a preset says it. */
export const presetOf = (scopes: readonly string[]): keyof typeof scopePresets | undefined =>
  holdsAll(scopes, scopePresets.all) ? "all" : holdsAll(scopes, scopePresets.read) ? "read" : undefined;
