import { signInAddedLetter } from "~/emails/account-letters";
import { platformScope } from "~/lib/ids";
import type { Tx } from "~db/schema/executor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { findAccountRow } from "./account-queries.server";
import { getProvider } from "./begin-outside-sign-in.server";
import { insertIdentity } from "./identity-queries.server";
import { OutsideRefusal } from "./outside-refusal";

export interface IdentityToConnect {
  accountId: string;
  providerId: string;
  issuer: string;
  subject: string;
  email: string;
}

/** One more way into an account, in the caller's transaction. The caller has seen that it is the person's own account. */
export async function addIdentity(deps: Deps, tx: Tx, input: IdentityToConnect): Promise<void> {
  const { accountId, issuer, subject, email, providerId } = input;
  const now = deps.clock.now();
  const added = await insertIdentity(tx, {
    issuer,
    subject,
    account_id: accountId,
    email,
    created_at: now,
    last_used_at: now,
  });
  if (!added) throw new OutsideRefusal("taken");
  await recordAudit(deps, tx, {
    workspaceId: platformScope,
    actor: { kind: "account", accountId },
    action: "account:connect-sign-in",
    targetKind: "account",
    targetId: accountId,
    subjectId: accountId,
    detail: { provider: providerId },
  });
}

/** Tells the person by mail too: whoever did not do this should hear of it. */
export async function connectIdentity(deps: Deps, input: IdentityToConnect): Promise<void> {
  await deps.transact(async (tx) => {
    const account = await findAccountRow(tx, input.accountId);
    if (!account) throw new OutsideRefusal("expired");
    await addIdentity(deps, tx, input);
    await tellOfIdentity(deps, tx, account, input.providerId);
  });
}

export const tellOfIdentity = (
  deps: Deps,
  tx: Tx,
  account: { email: string; name: string },
  providerId: string,
) =>
  queueTransactionalMail(deps, tx, {
    workspaceId: "",
    kind: "security",
    to: account.email,
    view: signInAddedLetter({
      name: account.name,
      provider: getProvider(deps.config, providerId).name,
      accountUrl: deps.urls.app("/account"),
    }),
  });
