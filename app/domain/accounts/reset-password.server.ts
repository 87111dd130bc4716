import { passwordChangedLetter, resetPasswordLetter } from "~/emails/account-letters";
import { normaliseAddress } from "~/lib/email-address";
import { platformScope } from "~/lib/ids";
import type { Tx } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { requireMail } from "../mail/platform-mailbox.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { changeAccountRow, findAccountRow, findAccountRowByEmail } from "./account-queries.server";
import { removeTokensOf, useToken } from "./account-token-queries.server";
import { letterRequests, mayWriteTo } from "./attempt-limits.server";
import { getLiveToken, linkUsedUp } from "./check-account-token.server";
import { checkNewPassword } from "./create-account.server";
import { issueAccountToken } from "./issue-account-token.server";
import { hashPassword } from "./password-hash.server";
import { removeSessionsOf } from "./session-queries.server";

/** Sends a link when the address has an account. The answer, and about its time, are the same when it has none. */
export async function requestPasswordReset(
  deps: Deps,
  actor: Actor,
  input: { email: string; ip: string },
): Promise<void> {
  requireMail(deps.config);
  letterRequests.check(deps.clock, input.ip);
  letterRequests.count(deps.clock, input.ip);
  const { key } = normaliseAddress(input.email);
  const mayWrite = mayWriteTo(deps.clock, "password", key);
  await deps.transact(async (tx) => {
    const account = mayWrite ? await findAccountRowByEmail(tx, key) : undefined;
    // Without an account a link is made too, which nobody has: both ways write and commit.
    const token = await issueAccountToken(deps, tx, {
      accountId: account?.id ?? "",
      purpose: "reset_password",
    });
    if (!account) return;
    await recordAudit(deps, tx, {
      workspaceId: platformScope,
      actor,
      action: "account:request-reset",
      targetKind: "account",
      targetId: account.id,
    });
    await queueTransactionalMail(deps, tx, {
      workspaceId: "",
      kind: "security",
      to: account.email,
      view: resetPasswordLetter({ url: deps.urls.app(`/reset-password/${token}`) }),
    });
  });
}

/** Every change of a password ends sessions, makes waiting links useless and tells the person. */
export async function replacePassword(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  input: { accountId: string; email: string; passwordHash: string; keptHash?: string; action: string },
): Promise<void> {
  await changeAccountRow(tx, input.accountId, { password_hash: input.passwordHash });
  await removeSessionsOf(tx, input.accountId, input.keptHash);
  await removeTokensOf(tx, input.accountId, "reset_password");
  await recordAudit(deps, tx, {
    workspaceId: platformScope,
    actor,
    action: input.action,
    targetKind: "account",
    targetId: input.accountId,
  });
  await queueTransactionalMail(deps, tx, {
    workspaceId: "",
    kind: "security",
    to: input.email,
    view: passwordChangedLetter({ resetUrl: deps.urls.app("/forgot-password") }),
  });
}

/** Sets a new password through a link. The mailbox is proven by it; all sessions end. */
export async function resetPassword(deps: Deps, input: { token: string; password: string }): Promise<void> {
  const live = await getLiveToken(deps, input.token, "reset_password");
  const account = live.account_id ? await findAccountRow(deps.db, live.account_id) : undefined;
  if (!account) throw linkUsedUp();
  checkNewPassword(input.password, [account.email, account.name]);
  const passwordHash = await hashPassword(input.password);
  await deps.transact(async (tx) => {
    const now = deps.clock.now();
    if (!(await useToken(tx, live.token_hash, now))) throw linkUsedUp();
    if (account.email_confirmed_at === null)
      await changeAccountRow(tx, account.id, { email_confirmed_at: now });
    await replacePassword(
      deps,
      tx,
      { kind: "account", accountId: account.id },
      { accountId: account.id, email: account.email, passwordHash, action: "account:reset-password" },
    );
  });
}
