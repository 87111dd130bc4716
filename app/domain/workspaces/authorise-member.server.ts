import { plainLine } from "~/lib/plain-text";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { findRole } from "./membership-queries.server";
import { mayDo, type Permission } from "./permission";
import type { Workspace } from "./workspace";
import { findWorkspaceRowBySlug } from "./workspace-queries.server";

export type MemberActor = Extract<Actor, { kind: "member" }>;

const notFound = () =>
  new DomainError(
    "not_found",
    "workspace_not_found",
    "There is no such workspace, or it is not yours to see.",
  );

/**
 * Who somebody is in a workspace. A stranger gets the same answer as for a workspace that does not exist;
 * a member without the permission is refused, and both tries are recorded.
 */
export async function authoriseMember(
  deps: Deps,
  account: { id: string },
  input: { slug: string; permission?: Permission },
): Promise<{ member: MemberActor; workspace: Workspace }> {
  const workspace = await findWorkspaceRowBySlug(deps.db, plainLine(input.slug, 40));
  if (!workspace) throw notFound();
  const role = await findRole(deps.db, workspace.id, account.id);
  const denied = (actor: Actor, target: string) =>
    recordAudit(deps, deps.db, {
      workspaceId: workspace.id,
      actor,
      action: "access:denied",
      targetKind: "permission",
      targetId: target,
    });
  if (!role) {
    await denied({ kind: "account", accountId: account.id }, "workspace");
    throw notFound();
  }
  const member: MemberActor = { kind: "member", accountId: account.id, workspaceId: workspace.id, role };
  if (input.permission && !mayDo(role, input.permission)) {
    await denied(member, input.permission);
    throw new DomainError(
      "forbidden",
      "permission_denied",
      "Your role in this workspace does not allow this. Nothing was changed. An owner can give you the right.",
    );
  }
  return { member, workspace };
}

/** The same where programs may do it too: what a key may do its scopes say, and they are checked at the door. */
export function requireMemberOrKey(actor: Actor, workspaceId: string, permission: Permission): void {
  if (actor.kind === "apiKey" && actor.workspaceId === workspaceId) return;
  requirePermission(actor, workspaceId, permission);
}

/** In use cases: refuses a member who lacks the permission, and whoever belongs to another workspace. */
export function requirePermission(actor: Actor, workspaceId: string, permission: Permission): void {
  if (actor.kind === "system" || actor.kind === "staff") return;
  const own = actor.kind === "member" && actor.workspaceId === workspaceId;
  if (own && mayDo(actor.role, permission)) return;
  throw new DomainError(
    own ? "forbidden" : "not_found",
    own ? "permission_denied" : "workspace_not_found",
    own
      ? "Your role in this workspace does not allow this. Nothing was changed."
      : "There is no such workspace, or it is not yours to see.",
  );
}
