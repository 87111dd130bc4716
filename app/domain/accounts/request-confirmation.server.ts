import { alreadyConfirmedLetter } from "~/emails/account-letters";
import { normaliseAddress } from "~/lib/email-address";
import { platformScope } from "~/lib/ids";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { requireMail } from "../mail/platform-mailbox.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { findAccountRowByEmail } from "./account-queries.server";
import { letterRequests, mayWriteTo } from "./attempt-limits.server";
import { issueAccountToken } from "./issue-account-token.server";
import { sendConfirmation } from "./register-account.server";

/**
 * A new link for an account whose first one ended. The answer, and about its time, are the same for an address that
 * waits, one that is confirmed already (its letter says so) and one without an account.
 */
export async function requestConfirmation(
  deps: Deps,
  actor: Actor,
  input: { email: string; ip: string },
): Promise<void> {
  requireMail(deps.config);
  letterRequests.check(deps.clock, input.ip);
  letterRequests.count(deps.clock, input.ip);
  const { key } = normaliseAddress(input.email);
  const mayWrite = mayWriteTo(deps.clock, "account", key);
  await deps.transact(async (tx) => {
    const account = mayWrite ? await findAccountRowByEmail(tx, key) : undefined;
    // Without an account a link is made too, which nobody has: all ways write and commit.
    if (!account)
      return void (await issueAccountToken(deps, tx, { accountId: "", purpose: "confirm_email" }));
    await recordAudit(deps, tx, {
      workspaceId: platformScope,
      actor,
      action: "account:request-confirmation",
      targetKind: "account",
      targetId: account.id,
    });
    if (account.email_confirmed_at === null) return sendConfirmation(deps, tx, account);
    await queueTransactionalMail(deps, tx, {
      workspaceId: "",
      kind: "security",
      to: account.email,
      view: alreadyConfirmedLetter({
        signInUrl: deps.urls.app("/sign-in"),
        resetUrl: deps.urls.app("/forgot-password"),
      }),
    });
  });
}
