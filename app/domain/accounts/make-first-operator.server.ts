import { normaliseAddress } from "~/lib/email-address";
import { platformScope } from "~/lib/ids";
import type { Tx } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { acceptPolicies } from "../policies/accept-policies.server";
import { changeAccountRow, countOperators, findAccountRowByEmail } from "./account-queries.server";
import { useToken } from "./account-token-queries.server";
import { getLiveToken, linkUsedUp } from "./check-account-token.server";
import { addAccount, checkNewPassword } from "./create-account.server";
import { hashPassword } from "./password-hash.server";
import { proveAccount } from "./sign-in.server";
import { type SessionOrigin, startSession } from "./start-session.server";

interface NewOperator extends SessionOrigin {
  token: string;
  email: string;
  password: string;
  name: string;
  acceptedPolicyVersion: number;
  termsVersion?: number;
}

/** A new account, or the one of this address when its password fits: then the function that gives its id. */
async function whoBecomesIt(deps: Deps, actor: Actor, input: NewOperator) {
  if (await findAccountRowByEmail(deps.db, normaliseAddress(input.email).key)) {
    const account = await proveAccount(deps, actor, input);
    return async (tx: Tx) => {
      const confirmed = account.email_confirmed_at ?? deps.clock.now();
      await changeAccountRow(tx, account.id, { is_operator: 1, email_confirmed_at: confirmed });
      return account.id;
    };
  }
  checkNewPassword(input.password, [input.email, input.name]);
  const passwordHash = await hashPassword(input.password);
  return async (tx: Tx) => {
    const accountId = await addAccount(deps, tx, {
      ...input,
      passwordHash,
      confirmed: true,
      isOperator: true,
    });
    if (!accountId) throw linkUsedUp();
    return accountId;
  };
}

/** Uses the one-time link up: the person who has it runs this instance. */
export async function makeFirstOperator(
  deps: Deps,
  actor: Actor,
  input: NewOperator,
): Promise<{ accountId: string; token: string }> {
  const live = await getLiveToken(deps, input.token, "first_operator");
  const become = await whoBecomesIt(deps, actor, input);
  return deps.transact(async (tx) => {
    if ((await countOperators(tx)) > 0) throw linkUsedUp();
    if (!(await useToken(tx, live.token_hash, deps.clock.now()))) throw linkUsedUp();
    const accountId = await become(tx);
    const person: Actor = { kind: "account", accountId };
    await acceptPolicies(deps, tx, person, {
      accountId,
      versions: { "acceptable-use": input.acceptedPolicyVersion, terms: input.termsVersion },
      ip: input.ip,
    });
    await recordAudit(deps, tx, {
      workspaceId: platformScope,
      actor: person,
      action: "account:become-first-operator",
      targetKind: "account",
      targetId: accountId,
    });
    const token = await startSession(deps, tx, { accountId, ip: input.ip, userAgent: input.userAgent });
    return { accountId, token };
  });
}
