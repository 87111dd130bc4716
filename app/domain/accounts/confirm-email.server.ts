import { platformScope } from "~/lib/ids";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { changeAccountRow } from "./account-queries.server";
import { useToken } from "./account-token-queries.server";
import { checkAccountToken, getLiveToken, linkUsedUp } from "./check-account-token.server";
import { proveAccount } from "./sign-in.server";
import { type SessionOrigin, startSession } from "./start-session.server";

/**
 * Confirms the mailbox and signs in. Asks for the password, so that nobody confirms an account that a stranger
 * made with their address.
 */
export async function confirmEmail(
  deps: Deps,
  actor: Actor,
  input: { token: string; password: string } & SessionOrigin,
): Promise<{ accountId: string; token: string }> {
  const live = await getLiveToken(deps, input.token, "confirm_email");
  const { email } = await checkAccountToken(deps, { token: input.token, purpose: "confirm_email" });
  const account = await proveAccount(deps, actor, { email, password: input.password, ip: input.ip });
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    if (!(await useToken(tx, live.token_hash, now))) throw linkUsedUp();
    await changeAccountRow(tx, account.id, { email_confirmed_at: now });
    await recordAudit(deps, tx, {
      workspaceId: platformScope,
      actor: { kind: "account", accountId: account.id },
      action: "account:confirm-email",
      targetKind: "account",
      targetId: account.id,
    });
    const token = await startSession(deps, tx, {
      accountId: account.id,
      ip: input.ip,
      userAgent: input.userAgent,
    });
    return { accountId: account.id, token };
  });
}
