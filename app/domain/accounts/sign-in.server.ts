import { normaliseAddress } from "~/lib/email-address";
import { platformScope } from "~/lib/ids";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { type AccountRow, findAccountRowByEmail } from "./account-queries.server";
import { mayWriteTo, signInAttempts } from "./attempt-limits.server";
import { checkPassword } from "./password-hash.server";
import { sendConfirmation } from "./register-account.server";
import { type SessionOrigin, startSession } from "./start-session.server";

/** Also of an address without an account, which is not named: neither the log nor the time it takes tells them apart. */
async function recordDenied(deps: Deps, actor: Actor, account: AccountRow | undefined): Promise<void> {
  await recordAudit(deps, deps.db, {
    workspaceId: platformScope,
    actor,
    action: "login:denied",
    targetKind: "account",
    targetId: account?.id ?? "",
  });
}

async function findByPassword(deps: Deps, emailKey: string, password: string) {
  const account = await findAccountRowByEmail(deps.db, emailKey);
  return { account, isRight: await checkPassword(account?.password_hash, password) };
}

/** The account of an address and its password; the same refusal, as slow, for a wrong password and an unknown address. */
export async function proveAccount(
  deps: Deps,
  actor: Actor,
  input: { email: string; password: string; ip: string },
): Promise<AccountRow> {
  const { key } = normaliseAddress(input.email);
  signInAttempts.begin(deps.clock, key, input.ip);
  const { account, isRight } = await findByPassword(deps, key, input.password).catch((error: unknown) => {
    signInAttempts.abandon(key, input.ip);
    throw error;
  });
  if (!isRight || !account) {
    await recordDenied(deps, actor, account);
    throw new DomainError(
      "unauthenticated",
      "wrong_credentials",
      "The address and the password do not fit together. Check both, or set a new password.",
    );
  }
  signInAttempts.succeed(key, input.ip);
  return account;
}

/** Starts a session; the token goes into the cookie. */
export async function signIn(
  deps: Deps,
  actor: Actor,
  input: { email: string; password: string } & SessionOrigin,
): Promise<{ accountId: string; token: string }> {
  const account = await proveAccount(deps, actor, input);
  if (account.email_confirmed_at === null) {
    if (mayWriteTo(deps.clock, "account", account.email)) {
      await deps.transact((tx) => sendConfirmation(deps, tx, account));
    }
    throw new DomainError(
      "forbidden",
      "email_not_confirmed",
      "This address is not confirmed yet. We sent the link again; open it and enter your password there.",
    );
  }
  return deps.transact(async (tx) => {
    const token = await startSession(deps, tx, {
      accountId: account.id,
      ip: input.ip,
      userAgent: input.userAgent,
    });
    await recordAudit(deps, tx, {
      workspaceId: platformScope,
      actor: { kind: "account", accountId: account.id },
      action: "login:granted",
      targetKind: "account",
      targetId: account.id,
    });
    return { accountId: account.id, token };
  });
}
