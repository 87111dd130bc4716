import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { listWaitingInvitations } from "./invitation-queries.server";
import { listMemberRows, type Member } from "./membership-queries.server";
import { mayDo, type Permission } from "./permission";

export async function listMembers(deps: Pick<Deps, "db" | "clock">, workspaceId: string) {
  const members = await listMemberRows(deps.db, workspaceId);
  const waiting = await listWaitingInvitations(deps.db, workspaceId, deps.clock.now());
  return {
    members,
    invitations: waiting.map((row) => ({
      id: row.id,
      email: row.email,
      role: row.role,
      expiresAt: row.expires_at,
    })),
  };
}

/** Members whose role has a permission; for letters about what only they can mend. */
export async function listThoseWhoMay(
  db: Executor,
  workspaceId: string,
  permission: Permission,
): Promise<Member[]> {
  const members = await listMemberRows(db, workspaceId);
  return members.filter(({ role }) => mayDo(role, permission));
}
