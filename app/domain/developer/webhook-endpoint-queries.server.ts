import type { Insertable, Selectable, Updateable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { SigningEndpoint } from "./webhook-endpoint";

type Row = Database["webhook_endpoints"];

const toEndpoint = (row: Selectable<Row>): SigningEndpoint => ({
  id: row.id,
  workspaceId: row.workspace_id,
  url: row.url,
  description: row.description,
  events: row.events.split(" ").filter(Boolean),
  state: row.state === "enabled" ? "enabled" : "disabled",
  failingSince: row.failing_since ?? undefined,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  secret: row.secret,
  oldSecret: row.old_secret,
  oldSecretUntil: row.old_secret_until ?? undefined,
});

export const insertEndpoint = (db: Executor, row: Insertable<Row>) =>
  db.insertInto("webhook_endpoints").values(row).execute();

/** Oldest first. */
export async function listEndpointRows(db: Executor, workspaceId: string): Promise<SigningEndpoint[]> {
  const rows = await db
    .selectFrom("webhook_endpoints")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("id")
    .limit(100)
    .execute();
  return rows.map(toEndpoint);
}

export async function findEndpointRow(
  db: Executor,
  workspaceId: string,
  id: string,
): Promise<SigningEndpoint | undefined> {
  const row = await db
    .selectFrom("webhook_endpoints")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toEndpoint(row);
}

export async function updateEndpointRow(
  db: Executor,
  workspaceId: string,
  id: string,
  changes: Updateable<Row>,
): Promise<boolean> {
  const updated = await db
    .updateTable("webhook_endpoints")
    .set(changes)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

export async function deleteEndpointRow(db: Executor, workspaceId: string, id: string): Promise<boolean> {
  await db
    .deleteFrom("webhook_deliveries")
    .where("workspace_id", "=", workspaceId)
    .where("endpoint_id", "=", id)
    .execute();
  const deleted = await db
    .deleteFrom("webhook_endpoints")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows) > 0;
}
