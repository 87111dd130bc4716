import { z } from "zod";
import { invitationLetter } from "~/emails/account-letters";
import { normaliseAddress } from "~/lib/email-address";
import { emailField } from "../accounts/account";
import { findAccountById } from "../accounts/find-account.server";
import { makeSecretToken } from "../accounts/secret-token.server";
import type { Actor, Role } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { requireMail } from "../mail/platform-mailbox.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { type MemberActor, requirePermission } from "./authorise-member.server";
import { getWorkspace } from "./find-workspace.server";
import {
  insertInvitation,
  listWaitingInvitations,
  removeInvitation,
  removeInvitationsTo,
} from "./invitation-queries.server";
import { listMemberRows } from "./membership-queries.server";
import { mayGrant, roles, roleWords } from "./permission";

const lifetime = 7 * 86_400_000;
const mostWaiting = 100;

export const invitationSchema = z.object({
  email: emailField,
  role: z.enum(roles, { error: "Choose a role." }),
});

/** An invitation's link names its workspace, so that it is looked up there and nowhere else. */
export const invitationPath = (workspaceId: string, token: string) => `/invitations/${workspaceId}.${token}`;

export function requireGrant(actor: Actor, role: Role): void {
  if (actor.kind !== "member" || mayGrant(actor.role, role)) return;
  throw new DomainError(
    "forbidden",
    "role_above_own",
    "Nobody gives or takes away a role above their own. Nothing was changed.",
  );
}

/** Invites by mail. A second invitation to the same address replaces the first. */
export async function inviteMember(
  deps: Deps,
  actor: MemberActor,
  input: { workspaceId: string; email: string; role: Role },
): Promise<{ invitationId: string }> {
  requirePermission(actor, input.workspaceId, "member:manage");
  requireGrant(actor, input.role);
  requireMail(deps.config);
  const inviter = await findAccountById(deps, actor.accountId);
  const { token, hash } = makeSecretToken();
  const { key } = normaliseAddress(input.email);
  return deps.transact(async (tx) => {
    const workspace = await getWorkspace(tx, input.workspaceId);
    const members = await listMemberRows(tx, workspace.id);
    if (members.some((member) => normaliseAddress(member.email).key === key)) {
      const message = "This person is a member already. You can change the role in the list.";
      throw new DomainError("conflict", "member_already", message, { fields: { email: message } });
    }
    if ((await listWaitingInvitations(tx, workspace.id, deps.clock.now())).length >= mostWaiting) {
      throw new DomainError(
        "limit",
        "too_many_invitations",
        "A hundred invitations are waiting. Withdraw some first.",
      );
    }
    await removeInvitationsTo(tx, workspace.id, key);
    const id = deps.ids.next();
    await insertInvitation(tx, {
      workspace_id: workspace.id,
      id,
      email: key,
      role: input.role,
      token_hash: hash,
      invited_by: actor.accountId,
      expires_at: deps.clock.now() + lifetime,
      accepted_at: null,
      created_at: deps.clock.now(),
    });
    await recordAudit(deps, tx, {
      workspaceId: workspace.id,
      actor,
      action: "member:invite",
      targetKind: "invitation",
      targetId: id,
      detail: { role: input.role },
    });
    await queueTransactionalMail(deps, tx, {
      workspaceId: "",
      kind: "invitation",
      to: input.email,
      view: invitationLetter({
        url: deps.urls.app(invitationPath(workspace.id, token)),
        workspaceName: workspace.name,
        inviterName: inviter?.name || inviter?.email || "A member",
        roleLabel: roleWords[input.role].label,
      }),
    });
    return { invitationId: id };
  });
}

export async function withdrawInvitation(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; invitationId: string },
): Promise<void> {
  requirePermission(actor, input.workspaceId, "member:manage");
  await deps.transact(async (tx) => {
    if (!(await removeInvitation(tx, input.workspaceId, input.invitationId))) return;
    await recordAudit(deps, tx, {
      workspaceId: input.workspaceId,
      actor,
      action: "member:withdraw-invitation",
      targetKind: "invitation",
      targetId: input.invitationId,
    });
  });
}
