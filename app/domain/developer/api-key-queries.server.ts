import type { Insertable, Selectable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { Role } from "../actor";
import { mayDo } from "../workspaces/permission";
import type { ApiKey } from "./api-key";
import { isApiScope } from "./api-scope";

/** Keys with the role that whoever answers for them has now. */
const keysWithRole = (db: Executor) =>
  db
    .selectFrom("api_keys as key")
    .leftJoin("memberships as holder", (join) =>
      join
        .onRef("holder.workspace_id", "=", "key.workspace_id")
        .onRef("holder.account_id", "=", "key.created_by"),
    )
    .selectAll("key")
    .select("holder.role");

type KeyRow = Selectable<Database["api_keys"]> & { role: string | null };

const isStopped = ({ created_by, role }: KeyRow): boolean =>
  created_by !== "" && !(role !== null && mayDo(role as Role, "api-key:manage"));

const toApiKey = (row: KeyRow): ApiKey => ({
  id: row.id,
  workspaceId: row.workspace_id,
  name: row.name,
  scopes: row.scopes.split(" ").filter(isApiScope),
  heldBy: row.created_by,
  stopped: isStopped(row),
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at ?? undefined,
  revokedAt: row.revoked_at ?? undefined,
});

export const insertApiKey = (db: Executor, row: Insertable<Database["api_keys"]>) =>
  db.insertInto("api_keys").values(row).execute();

/** The one look-up without a workspace: the token itself names only the key. */
export async function findKeyForToken(
  db: Executor,
  id: string,
): Promise<{ key: ApiKey; secretHash: string } | undefined> {
  const row = await keysWithRole(db).where("key.id", "=", id).executeTakeFirst();
  return row && { key: toApiKey(row), secretHash: row.secret_hash };
}

export async function listKeyRows(db: Executor, workspaceId: string): Promise<ApiKey[]> {
  const rows = await keysWithRole(db)
    .where("key.workspace_id", "=", workspaceId)
    .orderBy("key.id", "desc")
    .limit(500)
    .execute();
  return rows.map(toApiKey);
}

export async function setHolder(
  db: Executor,
  workspaceId: string,
  id: string,
  holder: { from: string; to: string },
): Promise<boolean> {
  const updated = await db
    .updateTable("api_keys")
    .set({ created_by: holder.to })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("created_by", "=", holder.from)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

export async function markRevoked(
  db: Executor,
  workspaceId: string,
  id: string,
  at: number,
): Promise<boolean> {
  const updated = await db
    .updateTable("api_keys")
    .set({ revoked_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

export const markUsed = (db: Executor, workspaceId: string, id: string, at: number) =>
  db
    .updateTable("api_keys")
    .set({ last_used_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
