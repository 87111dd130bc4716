import { emailAddressMessages, normaliseAddress, parseEmailAddress } from "~/lib/email-address";
import { platformScope } from "~/lib/ids";
import { plainLine } from "~/lib/plain-text";
import type { Tx } from "~db/schema/executor";
import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record-event.server";
import { acceptPolicies } from "../policies/accept-policies.server";
import { listCurrentPolicies } from "../policies/find-policies.server";
import type { PolicyName } from "../policies/policy";
import { findAccountRowByEmail, insertAccount } from "./account-queries.server";
import { passwordProblem } from "./password";
import { hashPassword } from "./password-hash.server";

/** Throws beside the field when a password is not good enough. */
export function checkNewPassword(password: string, context: readonly string[]): void {
  const problem = passwordProblem(password, context);
  if (problem)
    throw new DomainError("invalid", "password_refused", problem, { fields: { password: problem } });
}

/** Inserts the row of a new account; undefined when the address has one. */
export async function addAccount(
  deps: Pick<Deps, "clock" | "ids">,
  tx: Tx,
  input: { email: string; name: string; passwordHash: string; confirmed: boolean; isOperator: boolean },
): Promise<string | undefined> {
  const now = deps.clock.now();
  const id = deps.ids.next();
  const emailKey = normaliseAddress(input.email).key;
  if (await findAccountRowByEmail(tx, emailKey)) return undefined;
  const added = await insertAccount(tx, {
    id,
    email: input.email,
    email_key: emailKey,
    name: plainLine(input.name, 120),
    password_hash: input.passwordHash,
    email_confirmed_at: input.confirmed ? now : null,
    is_operator: input.isOperator ? 1 : 0,
    locale: "en",
    created_at: now,
    last_seen_at: now,
    closed_at: null,
  });
  return added ? id : undefined;
}

/**
 * An account made by somebody who vouches for it: the command line, a set-up link, an invitation, the demo.
 * Its address counts as confirmed.
 */
export async function createAccount(
  deps: Deps,
  actor: Actor,
  input: {
    email: string;
    password: string;
    name: string;
    isOperator?: boolean;
    /** The person agrees here and now; else they are asked when they first sign in. */
    acceptsPolicies?: { ip: string; versions?: Partial<Record<PolicyName, number>> };
  },
): Promise<{ accountId: string }> {
  const parsed = parseEmailAddress(input.email);
  if (!parsed.ok) {
    const message = emailAddressMessages[parsed.reason];
    throw new DomainError("invalid", "email_invalid", message, { fields: { email: message } });
  }
  checkNewPassword(input.password, [input.email, input.name]);
  const passwordHash = await hashPassword(input.password);
  const policies = await listCurrentPolicies(deps);
  return deps.transact(async (tx) => {
    const isOperator = input.isOperator ?? false;
    const accountId = await addAccount(deps, tx, {
      email: parsed.address,
      name: input.name,
      passwordHash,
      confirmed: true,
      isOperator,
    });
    if (!accountId) {
      throw new DomainError("conflict", "account_exists", "There is an account with this address already.");
    }
    if (input.acceptsPolicies) {
      const current = Object.fromEntries(policies.map(({ policy, version }) => [policy, version]));
      const versions = input.acceptsPolicies.versions ?? current;
      const person: Actor = { kind: "account", accountId };
      await acceptPolicies(deps, tx, person, { accountId, versions, ip: input.acceptsPolicies.ip });
    }
    await recordAudit(deps, tx, {
      workspaceId: platformScope,
      actor: actorId(actor) || actor.kind === "system" ? actor : { kind: "account", accountId },
      action: isOperator ? "account:create-operator" : "account:create",
      targetKind: "account",
      targetId: accountId,
    });
    await recordEvent(deps, tx, "", "account.registered", { accountId });
    return { accountId };
  });
}
