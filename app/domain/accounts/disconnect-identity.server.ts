import { platformScope } from "~/lib/ids";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { findAccountRow } from "./account-queries.server";
import { deleteIdentities, listIdentityRows } from "./identity-queries.server";

/** Takes a way in away; never the last one. */
export async function disconnectIdentity(
  deps: Deps,
  input: { accountId: string; providerId: string },
): Promise<void> {
  const issuer = deps.config.signIn.find(({ id }) => id === input.providerId)?.issuer ?? input.providerId;
  await deps.transact(async (tx) => {
    const account = await findAccountRow(tx, input.accountId);
    const rows = await listIdentityRows(tx, input.accountId);
    if (account?.password_hash === "" && rows.every((row) => row.issuer === issuer)) {
      throw new DomainError(
        "conflict",
        "last_way_in",
        "This is your only way in. Set a password first: sign out and choose “I forgot my password”.",
      );
    }
    if ((await deleteIdentities(tx, input.accountId, issuer)) === 0) return;
    await recordAudit(deps, tx, {
      workspaceId: platformScope,
      actor: { kind: "account", accountId: input.accountId },
      action: "account:disconnect-sign-in",
      targetKind: "account",
      targetId: input.accountId,
    });
  });
}
