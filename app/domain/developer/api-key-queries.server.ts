import type { Insertable, Selectable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { ApiKey } from "./api-key";
import { isApiScope } from "./api-scope";

const toApiKey = (row: Selectable<Database["api_keys"]>): ApiKey => ({
  id: row.id,
  workspaceId: row.workspace_id,
  name: row.name,
  scopes: row.scopes.split(" ").filter(isApiScope),
  createdBy: row.created_by,
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
  const row = await db.selectFrom("api_keys").selectAll().where("id", "=", id).executeTakeFirst();
  return row && { key: toApiKey(row), secretHash: row.secret_hash };
}

export async function listKeyRows(db: Executor, workspaceId: string): Promise<ApiKey[]> {
  const rows = await db
    .selectFrom("api_keys")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("id", "desc")
    .limit(500)
    .execute();
  return rows.map(toApiKey);
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
