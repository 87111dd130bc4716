import { z } from "zod";
import { type ApiScope, isApiScope } from "./api-scope";

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
