import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { AccountTokenPurpose } from "./account";
import { countOperators, findAccountRow } from "./account-queries.server";
import { type AccountTokenRow, findLiveToken } from "./account-token-queries.server";
import { hashSecretToken, isSecretToken } from "./secret-token.server";

const gone = () =>
  new DomainError(
    "gone",
    "link_used_up",
    "This link was used before or has run out. Nothing was changed. Ask for a new one.",
  );

/** The token behind a link; throws when it was used, ran out or never was. */
export async function getLiveToken(
  deps: Pick<Deps, "db" | "clock">,
  token: string,
  purpose: AccountTokenPurpose,
): Promise<AccountTokenRow> {
  const row = isSecretToken(token)
    ? await findLiveToken(deps.db, hashSecretToken(token), purpose, deps.clock.now())
    : undefined;
  if (!row) throw gone();
  return row;
}

export const linkUsedUp = gone;

/** For showing the page behind a link. Changes nothing: mail scanners open links too. */
export async function checkAccountToken(
  deps: Pick<Deps, "db" | "clock">,
  input: { token: string; purpose: AccountTokenPurpose },
): Promise<{ email: string }> {
  const row = await getLiveToken(deps, input.token, input.purpose);
  if (input.purpose === "first_operator" && (await countOperators(deps.db)) > 0) throw gone();
  if (!row.account_id) return { email: "" };
  const account = await findAccountRow(deps.db, row.account_id);
  if (!account) throw gone();
  return { email: account.email };
}
