import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { changeAccountRow } from "./account-queries.server";
import { addIdentity, tellOfIdentity } from "./connect-identity.server";
import { openIdentity } from "./outside-seal.server";
import { proveAccount } from "./sign-in.server";
import { type SessionOrigin, startSession } from "./start-session.server";

/**
 * Joins an identity to the account that has its address, for whoever also knows the password: an address alone never takes
 * over an account. With both proven the address counts as confirmed.
 */
export async function joinIdentity(
  deps: Deps,
  actor: Actor,
  input: { sealed: string; password: string } & SessionOrigin,
): Promise<{ token: string; next: string }> {
  const identity = openIdentity(deps, input.sealed);
  const account = await proveAccount(deps, actor, {
    email: identity.email,
    password: input.password,
    ip: input.ip,
  });
  return deps.transact(async (tx) => {
    await addIdentity(deps, tx, { ...identity, accountId: account.id });
    if (account.email_confirmed_at === null)
      await changeAccountRow(tx, account.id, { email_confirmed_at: deps.clock.now() });
    await tellOfIdentity(deps, tx, account, identity.providerId);
    const token = await startSession(deps, tx, {
      accountId: account.id,
      ip: input.ip,
      userAgent: input.userAgent,
    });
    return { token, next: identity.next };
  });
}
