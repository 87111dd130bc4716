import type { Deps } from "../deps";
import { listWaitingInvitations } from "./invitation-queries.server";
import { listMemberRows } from "./membership-queries.server";

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
