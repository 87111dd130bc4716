import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { AccountTokenPurpose } from "./account";
import { findAccountRow } from "./account-queries.server";
import { findTokenRow } from "./account-token-queries.server";
import { linkUsedUp } from "./check-account-token.server";
import { hashSecretToken, isSecretToken } from "./secret-token.server";

/** used: it did what it was for. over: its time has run out. unknown: replaced by a newer one, long over, or never there. */
export type LinkEnd = "used" | "over" | "unknown";

export const isEndedLink = (error: unknown): boolean =>
  error instanceof DomainError && error.code === linkUsedUp().code;

/** Why a link opens nothing. Whoever holds a link that was real may know; everybody else learns nothing. */
export async function findEndedLink(
  deps: Pick<Deps, "db" | "clock">,
  input: { token: string; purpose: AccountTokenPurpose },
): Promise<LinkEnd> {
  const row = isSecretToken(input.token)
    ? await findTokenRow(deps.db, hashSecretToken(input.token), input.purpose)
    : undefined;
  if (!row?.account_id || !(await findAccountRow(deps.db, row.account_id))) return "unknown";
  return row.used_at === null ? "over" : "used";
}
