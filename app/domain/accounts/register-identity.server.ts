import { platformScope } from "~/lib/ids";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record-event.server";
import { acceptPolicies } from "../policies/accept-policies.server";
import { letterRequests } from "./attempt-limits.server";
import { addIdentity } from "./connect-identity.server";
import { addAccount } from "./create-account.server";
import { openIdentity } from "./outside-seal.server";
import { type SessionOrigin, startSession } from "./start-session.server";

/** Sign-up by the word of a provider that has seen the mailbox: the rules are accepted as by everybody, a password is not needed. */
export async function registerIdentity(
  deps: Deps,
  input: {
    sealed: string;
    name: string;
    acceptedPolicyVersion: number;
    termsVersion?: number;
  } & SessionOrigin,
): Promise<{ accountId: string; token: string; next: string }> {
  const identity = openIdentity(deps, input.sealed);
  letterRequests.check(deps.clock, input.ip);
  letterRequests.count(deps.clock, input.ip);
  return deps.transact(async (tx) => {
    const accountId = await addAccount(deps, tx, {
      email: identity.email,
      name: input.name || identity.name,
      passwordHash: "",
      confirmed: true,
      isOperator: false,
    });
    if (!accountId) {
      throw new DomainError("conflict", "account_exists", "There is an account with this address by now.");
    }
    const actor: Actor = { kind: "account", accountId };
    const versions = { "acceptable-use": input.acceptedPolicyVersion, terms: input.termsVersion };
    await acceptPolicies(deps, tx, actor, { accountId, versions, ip: input.ip });
    await recordAudit(deps, tx, {
      workspaceId: platformScope,
      actor,
      action: "account:register",
      targetKind: "account",
      targetId: accountId,
    });
    await addIdentity(deps, tx, { ...identity, accountId });
    await recordEvent(deps, tx, "", "account.registered", { accountId });
    const token = await startSession(deps, tx, { accountId, ip: input.ip, userAgent: input.userAgent });
    return { accountId, token, next: identity.next };
  });
}
