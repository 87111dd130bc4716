import { accountClosedLetter } from "~/emails/account-letters";
import { platformScope } from "~/lib/ids";
import { endAccount, isLastOperator } from "../accounts/end-account.server";
import { findAccountById } from "../accounts/find-account.server";
import { proveAccount } from "../accounts/sign-in.server";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record-event.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { listMembers } from "../workspaces/list-members.server";
import { listOwnWorkspaces } from "../workspaces/list-workspaces.server";
import { eraseAccountRows } from "./account-rows-queries.server";

/** A workspace that would be left without an owner, and whether others use it. */
export interface OwnedAlone {
  id: string;
  name: string;
  standing: string;
  hasOthers: boolean;
}

export async function listOwnedAlone(
  deps: Pick<Deps, "db" | "clock">,
  accountId: string,
): Promise<OwnedAlone[]> {
  const owned: OwnedAlone[] = [];
  for (const { id, name, standing, role } of await listOwnWorkspaces(deps, accountId)) {
    if (role !== "owner") continue;
    const { members } = await listMembers(deps, id);
    const others = members.filter((member) => member.accountId !== accountId);
    if (!others.some((member) => member.role === "owner")) {
      owned.push({ id, name, standing, hasOthers: others.length > 0 });
    }
  }
  return owned;
}

/** Everything that names the person goes, by the data map; backups follow by the journal. False when it stays. */
export async function eraseAccount(
  deps: Deps,
  actor: Actor,
  input: { accountId: string; why: "asked" | "idle" | "restore"; unseenSince?: number },
): Promise<boolean> {
  const { accountId, why, unseenSince } = input;
  const at = deps.clock.now();
  return deps.transact(async (tx) => {
    const account = await findAccountById({ db: tx }, accountId);
    if (!account || !(await endAccount(tx, { accountId, at, unseenSince }))) return false;
    await deps.journal.append([{ kind: "account.closed", at, accountId }]);
    const left = await listOwnWorkspaces({ ...deps, db: tx }, accountId);
    await eraseAccountRows(tx, accountId);
    for (const { id } of left) await recordEvent(deps, tx, id, "member.changed", { accountId });
    await recordAudit(deps, tx, {
      workspaceId: platformScope,
      actor,
      action: "account:close",
      targetKind: "account",
      targetId: accountId,
    });
    if (why === "restore") return true;
    const view = accountClosedLetter({ idle: why === "idle" });
    await queueTransactionalMail(deps, tx, { workspaceId: "", kind: "notice", to: account.email, view });
    return true;
  });
}

function refuse(field: string, message: string): DomainError {
  return new DomainError("invalid", "close_refused", message, { fields: { [field]: message } });
}

/** Closes one's own account at once: with its password, or its address where it has none. */
export async function closeAccount(
  deps: Deps,
  actor: Actor,
  input: { accountId: string; hasPassword: boolean; proof: string; ip: string },
): Promise<void> {
  const account = await findAccountById(deps, input.accountId);
  if (!account) throw new DomainError("not_found", "account_not_found", "There is no such account.");
  if (input.hasPassword) {
    try {
      await proveAccount(deps, actor, { email: account.email, password: input.proof, ip: input.ip });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "wrong_credentials") throw error;
      throw refuse("proof", "This is not your password. Nothing was closed.");
    }
  } else if (input.proof.trim().toLowerCase() !== account.email.toLowerCase()) {
    throw refuse("proof", "This is not the address of this account. Nothing was closed.");
  }
  const owned = await listOwnedAlone(deps, input.accountId);
  if (owned.length > 0) {
    const names = owned.map(({ name }) => name).join(", ");
    throw new DomainError(
      "conflict",
      "last_owner",
      `You are the only owner of ${names}. Make somebody else an owner, or close the workspace first. Nothing was closed.`,
    );
  }
  if (await isLastOperator(deps.db, input.accountId)) {
    throw new DomainError(
      "conflict",
      "last_operator",
      "You are the only operator of this instance. Make another one first. Nothing was closed.",
    );
  }
  await eraseAccount(deps, actor, { accountId: input.accountId, why: "asked" });
}
