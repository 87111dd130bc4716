import { z } from "zod";

/** What a key may do, in the words people see when making one. */
export const apiScopes = {
  "sites:read": "See sites",
  "sites:write": "Make sites",
  "pages:read": "See pages and their reports",
  "pages:write": "Make and change pages",
  "pages:publish": "Publish and unpublish pages",
  "leads:read": "See leads, segments and consents",
  "leads:write": "Make, change, import and delete leads",
  "campaigns:read": "See campaigns, topics and senders",
  "campaigns:write": "Make campaigns, topics and senders",
  "campaigns:send": "Send campaigns and stop them",
  "suppressions:read": "See who must not be written to",
  "suppressions:write": "Record an opt-out",
  "exports:read": "See exports and fetch them",
  "exports:write": "Export the whole workspace",
  "audit:read": "Read the audit log",
} as const;

export type ApiScope = keyof typeof apiScopes;

export const apiScopeNames = Object.keys(apiScopes) as ApiScope[];

export const isApiScope = (value: string): value is ApiScope => value in apiScopes;

export interface ApiKey {
  id: string;
  workspaceId: string;
  name: string;
  scopes: ApiScope[];
  createdBy: string;
  createdAt: number;
  lastUsedAt: number | undefined;
  revokedAt: number | undefined;
}

export const newApiKey = z.object({
  name: z.string().trim().min(1, "Give the key a name.").max(120, "Use at most 120 characters."),
  scopes: z
    .array(z.string())
    .min(1, "Choose at least one thing the key may do.")
    .transform((scopes, context): ApiScope[] => {
      const unknown = scopes.find((scope) => !isApiScope(scope));
      if (unknown !== undefined)
        context.addIssue({ code: "custom", message: `There is no scope ${unknown}.` });
      return [...new Set(scopes.filter(isApiScope))].sort();
    }),
});
