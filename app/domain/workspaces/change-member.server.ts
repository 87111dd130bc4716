import type { Tx } from "~db/schema/executor";
import type { Role } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record-event.server";
import { type MemberActor, requirePermission } from "./authorise-member.server";
import { removeInvitationsBy } from "./invitation-queries.server";
import { requireGrant } from "./invite-member.server";
import {
  changeMembershipRole,
  countOwners,
  findRole,
  holdMembers,
  removeMembership,
} from "./membership-queries.server";
import { mayGrant, roles } from "./permission";

async function getRole(tx: Tx, workspaceId: string, accountId: string): Promise<Role> {
  const role = await findRole(tx, workspaceId, accountId);
  if (!role)
    throw new DomainError("not_found", "member_not_found", "This person is not a member of the workspace.");
  return role;
}

/** A workspace without an owner could never be closed, nor given on. */
async function keepAnOwner(tx: Tx, workspaceId: string): Promise<void> {
  if ((await countOwners(tx, workspaceId)) > 0) return;
  throw new DomainError(
    "conflict",
    "last_owner",
    "A workspace needs an owner. Make somebody else an owner first. Nothing was changed.",
  );
}

/** Invitations end with the right to make them: nobody who lost it comes back by one of their own. */
async function withdrawBeyond(
  tx: Tx,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
  mayStillGrant: (role: Role) => boolean,
): Promise<void> {
  const beyond = roles.filter((role) => !mayStillGrant(role));
  if (beyond.length > 0) await removeInvitationsBy(tx, workspaceId, accountId, beyond);
}

export async function changeMemberRole(
  deps: Deps,
  actor: MemberActor,
  input: { workspaceId: string; accountId: string; role: Role },
): Promise<void> {
  requirePermission(actor, input.workspaceId, "member:manage");
  requireGrant(actor, input.role);
  await deps.transact(async (tx) => {
    await holdMembers(tx, input.workspaceId);
    const present = await getRole(tx, input.workspaceId, input.accountId);
    requireGrant(actor, present);
    if (present === input.role) return;
    await changeMembershipRole(tx, input.workspaceId, input.accountId, { from: present, to: input.role });
    await keepAnOwner(tx, input.workspaceId);
    await withdrawBeyond(tx, input, (role) => mayGrant(input.role, role));
    await recordEvent(deps, tx, input.workspaceId, "member.changed", { accountId: input.accountId });
    await recordAudit(deps, tx, {
      workspaceId: input.workspaceId,
      actor,
      action: "member:change-role",
      targetKind: "account",
      targetId: input.accountId,
      detail: { from: present, to: input.role },
    });
  });
}

/** Takes a person out; people may always take out themselves. What they made stays, but for keys they answer for. */
export async function removeMember(
  deps: Deps,
  actor: MemberActor,
  input: { workspaceId: string; accountId: string },
): Promise<void> {
  const leaving = actor.accountId === input.accountId && actor.workspaceId === input.workspaceId;
  if (!leaving) requirePermission(actor, input.workspaceId, "member:manage");
  await deps.transact(async (tx) => {
    await holdMembers(tx, input.workspaceId);
    const present = await getRole(tx, input.workspaceId, input.accountId);
    if (!leaving) requireGrant(actor, present);
    await removeMembership(tx, input.workspaceId, input.accountId);
    await keepAnOwner(tx, input.workspaceId);
    if (!leaving) await withdrawBeyond(tx, input, () => false);
    await recordEvent(deps, tx, input.workspaceId, "member.changed", { accountId: input.accountId });
    await recordAudit(deps, tx, {
      workspaceId: input.workspaceId,
      actor,
      action: leaving ? "member:leave" : "member:remove",
      targetKind: "account",
      targetId: input.accountId,
      detail: { role: present },
    });
  });
}
