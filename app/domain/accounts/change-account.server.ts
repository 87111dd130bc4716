import { platformScope } from "~/lib/ids";
import { plainLine } from "~/lib/plain-text";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { changeAccountRow, findAccountRow } from "./account-queries.server";
import { checkNewPassword } from "./create-account.server";
import { hashPassword } from "./password-hash.server";
import { replacePassword } from "./reset-password.server";
import { proveAccount } from "./sign-in.server";

async function getAccountRow(deps: Deps, accountId: string) {
  const account = await findAccountRow(deps.db, accountId);
  if (!account) throw new DomainError("not_found", "account_not_found", "There is no such account.");
  return account;
}

/** Asks for the present password; keeps this session and ends the others. */
export async function changePassword(
  deps: Deps,
  actor: Actor,
  input: { accountId: string; present: string; password: string; keptHash: string; ip: string },
): Promise<void> {
  const account = await getAccountRow(deps, input.accountId);
  try {
    await proveAccount(deps, actor, { email: account.email, password: input.present, ip: input.ip });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "wrong_credentials") throw error;
    const message = "This is not your present password. Nothing was changed.";
    throw new DomainError("invalid", "wrong_password", message, { fields: { present: message } });
  }
  checkNewPassword(input.password, [account.email, account.name]);
  const passwordHash = await hashPassword(input.password);
  await deps.transact((tx) =>
    replacePassword(deps, tx, actor, {
      accountId: account.id,
      email: account.email,
      passwordHash,
      keptHash: input.keptHash,
      action: "account:change-password",
    }),
  );
}

export async function changeName(
  deps: Deps,
  actor: Actor,
  input: { accountId: string; name: string },
): Promise<void> {
  const account = await getAccountRow(deps, input.accountId);
  await deps.transact(async (tx) => {
    await changeAccountRow(tx, account.id, { name: plainLine(input.name, 120) });
    await recordAudit(deps, tx, {
      workspaceId: platformScope,
      actor,
      action: "account:change-name",
      targetKind: "account",
      targetId: account.id,
    });
  });
}
