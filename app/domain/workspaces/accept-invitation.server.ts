import { createAccount } from "../accounts/create-account.server";
import { findAccountByEmail } from "../accounts/find-account.server";
import { type SessionOrigin, startSession } from "../accounts/start-session.server";
import type { Role } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { PolicyName } from "../policies/policy";
import { findInvitation, invitationGone } from "./find-ended-invitation.server";
import { getWorkspace } from "./find-workspace.server";
import { type InvitationRow, markAccepted } from "./invitation-queries.server";
import { insertMembership } from "./membership-queries.server";
import type { Workspace } from "./workspace";

async function getInvitation(
  deps: Pick<Deps, "db" | "clock">,
  link: string,
): Promise<{ invitation: InvitationRow; workspace: Workspace }> {
  const found = await findInvitation(deps, link);
  if (!found || found.invitation.accepted_at !== null || found.invitation.expires_at <= deps.clock.now())
    throw invitationGone();
  return found;
}

/** For showing the page behind the link; changes nothing. */
export async function checkInvitation(deps: Pick<Deps, "db" | "clock">, link: string) {
  const { invitation, workspace } = await getInvitation(deps, link);
  const account = await findAccountByEmail(deps, invitation.email);
  return {
    email: invitation.email,
    role: invitation.role as Role,
    workspaceName: workspace.name,
    /** Whose account it is for, where there is one already. */
    accountId: account?.id,
  };
}

/** Joins the workspace. Only the account of the address that was invited may. */
export async function acceptInvitation(
  deps: Deps,
  account: { id: string; email: string },
  input: { link: string },
): Promise<{ workspaceSlug: string }> {
  const { invitation } = await getInvitation(deps, input.link);
  const invited = await findAccountByEmail(deps, invitation.email);
  if (invited?.id !== account.id) {
    throw new DomainError(
      "forbidden",
      "invitation_of_other",
      `This invitation is for ${invitation.email}. Sign in with that address to accept it.`,
    );
  }
  return deps.transact(async (tx) => {
    const workspace = await getWorkspace(tx, invitation.workspace_id);
    if (!(await markAccepted(tx, workspace.id, invitation.id, deps.clock.now()))) throw invitationGone();
    await insertMembership(tx, {
      workspace_id: workspace.id,
      account_id: account.id,
      role: invitation.role as Role,
      created_at: deps.clock.now(),
    });
    await recordAudit(deps, tx, {
      workspaceId: workspace.id,
      actor: { kind: "account", accountId: account.id },
      action: "member:join",
      targetKind: "account",
      targetId: account.id,
      detail: { role: invitation.role },
    });
    return { workspaceSlug: workspace.slug };
  });
}

/** For somebody without an account: the link came to their mailbox, so it counts as confirmed. */
export async function joinWithNewAccount(
  deps: Deps,
  input: {
    link: string;
    name: string;
    password: string;
    acceptedVersions: Partial<Record<PolicyName, number>>;
  } & SessionOrigin,
): Promise<{ workspaceSlug: string; token: string }> {
  const { invitation } = await getInvitation(deps, input.link);
  const { accountId } = await createAccount(
    deps,
    { kind: "visitor", ip: input.ip },
    {
      email: invitation.email,
      password: input.password,
      name: input.name,
      acceptsPolicies: { ip: input.ip, versions: input.acceptedVersions },
    },
  );
  const { workspaceSlug } = await acceptInvitation(deps, { id: accountId, email: invitation.email }, input);
  const token = await startSession(deps, deps.db, { accountId, ip: input.ip, userAgent: input.userAgent });
  return { workspaceSlug, token };
}
