import { isId } from "~/lib/ids";
import { createAccount } from "../accounts/create-account.server";
import { findAccountByEmail } from "../accounts/find-account.server";
import { hashSecretToken, isSecretToken } from "../accounts/secret-token.server";
import { type SessionOrigin, startSession } from "../accounts/start-session.server";
import type { Role } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { PolicyName } from "../policies/policy";
import { findWorkspaceById, getWorkspace } from "./find-workspace.server";
import { findLiveInvitation, type InvitationRow, markAccepted } from "./invitation-queries.server";
import { insertMembership } from "./membership-queries.server";

const gone = () =>
  new DomainError(
    "gone",
    "invitation_gone",
    "This invitation was used, was withdrawn or has run out. Ask for a new one.",
  );

async function getInvitation(deps: Pick<Deps, "db" | "clock">, link: string): Promise<InvitationRow> {
  const [workspaceId = "", token = ""] = link.split(".");
  if (!isId(workspaceId) || !isSecretToken(token)) throw gone();
  const row = await findLiveInvitation(deps.db, workspaceId, hashSecretToken(token), deps.clock.now());
  if (!row) throw gone();
  return row;
}

/** For showing the page behind the link; changes nothing. */
export async function checkInvitation(deps: Pick<Deps, "db" | "clock">, link: string) {
  const invitation = await getInvitation(deps, link);
  const workspace = await findWorkspaceById(deps, invitation.workspace_id);
  if (!workspace) throw gone();
  return {
    email: invitation.email,
    role: invitation.role as Role,
    workspaceName: workspace.name,
    hasAccount: (await findAccountByEmail(deps, invitation.email)) !== undefined,
  };
}

/** Joins the workspace. Only the account of the address that was invited may. */
export async function acceptInvitation(
  deps: Deps,
  account: { id: string; email: string },
  input: { link: string },
): Promise<{ workspaceSlug: string }> {
  const invitation = await getInvitation(deps, input.link);
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
    if (!(await markAccepted(tx, workspace.id, invitation.id, deps.clock.now()))) throw gone();
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
  const invitation = await getInvitation(deps, input.link);
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
