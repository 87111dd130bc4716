import { isId } from "~/lib/ids";
import { hashSecretToken, isSecretToken } from "../accounts/secret-token.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { findWorkspaceById } from "./find-workspace.server";
import { findInvitationRow, type InvitationRow } from "./invitation-queries.server";
import { findRole } from "./membership-queries.server";
import type { Workspace } from "./workspace";

/** used: somebody joined by it. over: its time has run out. unknown: withdrawn, replaced by a newer one, long over, or never there. */
export type EndedInvitation =
  | { end: "used"; workspaceName: string; workspaceSlug: string; isMember: boolean }
  | { end: "over"; workspaceName: string }
  | { end: "unknown" };

export const invitationGone = () =>
  new DomainError(
    "gone",
    "invitation_gone",
    "This invitation was used, was withdrawn or has run out. Ask for a new one.",
  );

export const isEndedInvitation = (error: unknown): boolean =>
  error instanceof DomainError && error.code === invitationGone().code;

/** The invitation that a link was made for, also when it has ended, with its workspace. */
export async function findInvitation(
  deps: Pick<Deps, "db">,
  link: string,
): Promise<{ invitation: InvitationRow; workspace: Workspace } | undefined> {
  const [workspaceId = "", token = ""] = link.split(".");
  if (!isId(workspaceId) || !isSecretToken(token)) return undefined;
  const invitation = await findInvitationRow(deps.db, workspaceId, hashSecretToken(token));
  const workspace = invitation && (await findWorkspaceById(deps, workspaceId));
  return workspace && { invitation, workspace };
}

/** Why a link opens nothing, and what its holder may do. Whoever holds one that was never real learns nothing. */
export async function findEndedInvitation(
  deps: Pick<Deps, "db" | "clock">,
  input: { link: string; accountId: string | undefined },
): Promise<EndedInvitation> {
  const found = await findInvitation(deps, input.link);
  if (!found) return { end: "unknown" };
  const { id, slug: workspaceSlug, name: workspaceName } = found.workspace;
  if (found.invitation.accepted_at === null) return { end: "over", workspaceName };
  const role = input.accountId && (await findRole(deps.db, id, input.accountId));
  return { end: "used", workspaceName, workspaceSlug, isMember: Boolean(role) };
}
