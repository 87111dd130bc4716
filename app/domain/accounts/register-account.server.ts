import { alreadyRegisteredLetter, confirmEmailLetter } from "~/emails/account-letters";
import { platformScope } from "~/lib/ids";
import type { Tx } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { recordEvent } from "../events/record-event.server";
import { requireMail } from "../mail/platform-mailbox.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { acceptPolicies } from "../policies/accept-policies.server";
import { letterRequests, mayWriteTo } from "./attempt-limits.server";
import { addAccount, checkNewPassword } from "./create-account.server";
import { issueAccountToken } from "./issue-account-token.server";
import { hashPassword } from "./password-hash.server";

/** The letter with the link that proves the mailbox. */
export async function sendConfirmation(
  deps: Deps,
  tx: Tx,
  account: { id: string; email: string; name: string },
): Promise<void> {
  const token = await issueAccountToken(deps, tx, { accountId: account.id, purpose: "confirm_email" });
  await queueTransactionalMail(deps, tx, {
    workspaceId: "",
    kind: "confirmation",
    to: account.email,
    view: confirmEmailLetter({ url: deps.urls.app(`/confirm-email/${token}`), name: account.name }),
  });
}

async function tellTheyHaveOne(deps: Deps, tx: Tx, email: string): Promise<void> {
  await queueTransactionalMail(deps, tx, {
    workspaceId: "",
    kind: "security",
    to: email,
    view: alreadyRegisteredLetter({
      signInUrl: deps.urls.app("/sign-in"),
      resetUrl: deps.urls.app("/forgot-password"),
    }),
  });
}

/**
 * Public sign-up. The answer is the same for a new address and for one that has an account: what differs is the letter.
 * The account is of no use before its address is confirmed with the password.
 */
export async function registerAccount(
  deps: Deps,
  actor: Actor,
  input: {
    email: string;
    password: string;
    name: string;
    acceptedPolicyVersion: number;
    termsVersion?: number;
    ip: string;
  },
): Promise<{ accountId: string | undefined }> {
  requireMail(deps.config);
  letterRequests.check(deps.clock, input.ip);
  checkNewPassword(input.password, [input.email, input.name]);
  letterRequests.count(deps.clock, input.ip);
  const passwordHash = await hashPassword(input.password);
  const mayWrite = mayWriteTo(deps.clock, "account", input.email);
  return deps.transact(async (tx) => {
    const accountId = await addAccount(deps, tx, {
      ...input,
      passwordHash,
      confirmed: false,
      isOperator: false,
    });
    if (!accountId) {
      if (mayWrite) await tellTheyHaveOne(deps, tx, input.email);
      return { accountId: undefined };
    }
    await acceptPolicies(
      deps,
      tx,
      { kind: "account", accountId },
      {
        accountId,
        versions: { "acceptable-use": input.acceptedPolicyVersion, terms: input.termsVersion },
        ip: input.ip,
      },
    );
    await recordAudit(deps, tx, {
      workspaceId: platformScope,
      actor,
      action: "account:register",
      targetKind: "account",
      targetId: accountId,
    });
    await recordEvent(deps, tx, "", "account.registered", { accountId });
    await sendConfirmation(deps, tx, { id: accountId, email: input.email, name: input.name });
    return { accountId };
  });
}
