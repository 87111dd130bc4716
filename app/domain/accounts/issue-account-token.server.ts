import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { type AccountTokenPurpose, tokenLifetimes } from "./account";
import { insertAccountToken, removeTokensOf } from "./account-token-queries.server";
import { makeSecretToken } from "./secret-token.server";

/** A fresh link of one purpose; earlier ones of it stop working. */
export async function issueAccountToken(
  deps: Pick<Deps, "clock">,
  tx: Executor,
  input: { accountId: string; purpose: AccountTokenPurpose },
): Promise<string> {
  const now = deps.clock.now();
  const { token, hash } = makeSecretToken();
  await removeTokensOf(tx, input.accountId, input.purpose);
  await insertAccountToken(tx, {
    token_hash: hash,
    account_id: input.accountId,
    purpose: input.purpose,
    expires_at: now + tokenLifetimes[input.purpose],
    used_at: null,
    created_at: now,
  });
  return token;
}
