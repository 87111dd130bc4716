import { holdRow } from "~db/dialects/sql/hold-row";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import type { Role } from "../actor";

export interface Member {
  accountId: string;
  name: string;
  email: string;
  role: Role;
  since: number;
  lastSeenAt: number;
}

export const insertMembership = (
  db: Executor,
  row: { workspace_id: string; account_id: string; role: Role; created_at: number },
): Promise<boolean> => insertIfAbsent(db, "memberships", row);

export async function findRole(
  db: Executor,
  workspaceId: string,
  accountId: string,
): Promise<Role | undefined> {
  const row = await db
    .selectFrom("memberships")
    .select("role")
    .where("workspace_id", "=", workspaceId)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row?.role as Role | undefined;
}

export async function listMemberRows(db: Executor, workspaceId: string): Promise<Member[]> {
  const rows = await db
    .selectFrom("memberships as membership")
    .innerJoin("accounts as account", "account.id", "membership.account_id")
    .select([
      "membership.account_id as accountId",
      "account.name",
      "account.email",
      "membership.role",
      "membership.created_at as since",
      "account.last_seen_at as lastSeenAt",
    ])
    .where("membership.workspace_id", "=", workspaceId)
    .orderBy("membership.created_at")
    .limit(1000)
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/** The workspaces an account may enter, by name. */
export async function listWorkspacesOfAccount(db: Executor, accountId: string) {
  const rows = await db
    .selectFrom("memberships as membership")
    .innerJoin("workspaces as workspace", "workspace.id", "membership.workspace_id")
    .select(["workspace.id", "workspace.slug", "workspace.name", "workspace.standing", "membership.role"])
    .where("membership.account_id", "=", accountId)
    .orderBy("workspace.name")
    .limit(200)
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/** First in a transaction that may take an owner away: two of them at once would each count the other's. */
export const holdMembers = (db: Executor, workspaceId: string): Promise<void> =>
  holdRow(db, { table: "workspaces", key: { id: workspaceId } });

export async function countOwners(db: Executor, workspaceId: string): Promise<number> {
  const row = await db
    .selectFrom("memberships")
    .select((e) => e.fn.countAll().as("count"))
    .where("workspace_id", "=", workspaceId)
    .where("role", "=", "owner")
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

export async function changeMembershipRole(
  db: Executor,
  workspaceId: string,
  accountId: string,
  change: { from: Role; to: Role },
): Promise<boolean> {
  const updated = await db
    .updateTable("memberships")
    .set({ role: change.to })
    .where("workspace_id", "=", workspaceId)
    .where("account_id", "=", accountId)
    .where("role", "=", change.from)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

export const removeMembership = (db: Executor, workspaceId: string, accountId: string) =>
  db
    .deleteFrom("memberships")
    .where("workspace_id", "=", workspaceId)
    .where("account_id", "=", accountId)
    .execute();
