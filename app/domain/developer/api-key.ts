import { z } from "zod";
import { type ApiScope, isApiScope } from "./api-scope";

export interface ApiKey {
  id: string;
  workspaceId: string;
  name: string;
  scopes: ApiScope[];
  /** The account that answers for it: of its maker, or of who took it over. Empty for one of the command line. */
  heldBy: string;
  /** Whoever answers for it may no longer keep keys here: it is refused until somebody who may takes it over. */
  stopped: boolean;
  createdAt: number;
  lastUsedAt: number | undefined;
  revokedAt: number | undefined;
}

/** Calls with it are answered. */
export const isAtWork = ({ stopped, revokedAt }: Pick<ApiKey, "stopped" | "revokedAt">): boolean =>
  !stopped && revokedAt === undefined;

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
