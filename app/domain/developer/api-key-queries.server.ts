import type { Insertable, Selectable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { Role } from "../actor";
import { mayDo } from "../workspaces/permission";
import type { ApiKey } from "./api-key";
import { isApiScope } from "./api-scope";

type KeyRow = Selectable<Database["api_keys"]>;

/** Who of these accounts may keep keys in the workspace now. */
async function listKeepers(
  db: Executor,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("memberships")
    .select(["account_id", "role"])
    .where("workspace_id", "=", workspaceId)
    .where("account_id", "in", [...accountIds])
    .execute();
  return new Set(rows.flatMap((row) => (mayDo(row.role as Role, "api-key:manage") ? row.account_id : [])));
}

const toApiKey = (row: KeyRow, keepers: ReadonlySet<string>): ApiKey => ({
  id: row.id,
  workspaceId: row.workspace_id,
  name: row.name,
  scopes: row.scopes.split(" ").filter(isApiScope),
  heldBy: row.created_by,
  stopped: row.created_by !== "" && !keepers.has(row.created_by),
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
  if (!row) return undefined;
  const keepers = await listKeepers(db, row.workspace_id, [row.created_by]);
  return { key: toApiKey(row, keepers), secretHash: row.secret_hash };
}

export async function listKeyRows(db: Executor, workspaceId: string): Promise<ApiKey[]> {
  const rows = await db
    .selectFrom("api_keys")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("id", "desc")
    .limit(500)
    .execute();
  if (rows.length === 0) return [];
  const holders = [...new Set(rows.map((row) => row.created_by))];
  const keepers = await listKeepers(db, workspaceId, holders);
  return rows.map((row) => toApiKey(row, keepers));
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
