import type { Insertable, Selectable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";

export type InvitationRow = Selectable<Database["invitations"]>;

export const insertInvitation = (db: Executor, row: Insertable<Database["invitations"]>) =>
  db.insertInto("invitations").values(row).execute();

/** Also one that has ended. The link names the workspace too, so the look-up is tenant-first. */
export const findInvitationRow = (
  db: Executor,
  workspaceId: string,
  tokenHash: string,
): Promise<InvitationRow | undefined> =>
  db
    .selectFrom("invitations")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();

export const listWaitingInvitations = (
  db: Executor,
  workspaceId: string,
  now: number,
): Promise<InvitationRow[]> =>
  db
    .selectFrom("invitations")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("accepted_at", "is", null)
    .where("expires_at", ">", now)
    .orderBy("created_at", "desc")
    .limit(500)
    .execute();

/** Compare-and-set: true for the one who uses it. */
export async function markAccepted(
  db: Executor,
  workspaceId: string,
  invitationId: string,
  now: number,
): Promise<boolean> {
  const updated = await db
    .updateTable("invitations")
    .set({ accepted_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", invitationId)
    .where("accepted_at", "is", null)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

export async function removeInvitation(
  db: Executor,
  workspaceId: string,
  invitationId: string,
): Promise<boolean> {
  const removed = await db
    .deleteFrom("invitations")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", invitationId)
    .where("accepted_at", "is", null)
    .executeTakeFirst();
  return Number(removed.numDeletedRows) > 0;
}

export const removeInvitationsTo = (db: Executor, workspaceId: string, email: string) =>
  db
    .deleteFrom("invitations")
    .where("workspace_id", "=", workspaceId)
    .where("email", "=", email)
    .where("accepted_at", "is", null)
    .execute();

/** Waiting ones that a person made for these roles. */
export const removeInvitationsBy = (
  db: Executor,
  workspaceId: string,
  inviterId: string,
  roles: readonly string[],
) =>
  db
    .deleteFrom("invitations")
    .where("workspace_id", "=", workspaceId)
    .where("invited_by", "=", inviterId)
    .where("role", "in", [...roles])
    .where("accepted_at", "is", null)
    .execute();

/** Recurring over all workspaces: what ran out holds an address for no reason. */
export const removeInvitationsBefore = (db: Executor, before: number) =>
  db.deleteFrom("invitations").where("expires_at", "<", before).execute();
