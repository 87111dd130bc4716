import type { Selectable, Updateable } from "kysely";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { WebhookDelivery } from "./webhook-endpoint";

type Row = Database["webhook_deliveries"];

const toDelivery = (row: Selectable<Row>): WebhookDelivery => ({
  id: row.id,
  workspaceId: row.workspace_id,
  endpointId: row.endpoint_id,
  eventId: row.event_id,
  type: row.type,
  payload: JSON.parse(row.payload),
  state: row.state as WebhookDelivery["state"],
  attempts: row.attempts,
  status: row.status,
  error: row.error,
  durationMs: row.duration_ms,
  runAt: row.run_at,
  createdAt: row.created_at,
  doneAt: row.done_at ?? undefined,
});

export type NewDelivery = Pick<
  WebhookDelivery,
  "id" | "workspaceId" | "endpointId" | "eventId" | "type" | "payload" | "createdAt"
>;

/** An event reaches an endpoint once, however often it is queued. */
export const insertDelivery = (db: Executor, given: NewDelivery): Promise<boolean> =>
  insertIfAbsent(db, "webhook_deliveries", {
    workspace_id: given.workspaceId,
    id: given.id,
    endpoint_id: given.endpointId,
    event_id: given.eventId,
    type: given.type,
    payload: JSON.stringify(given.payload),
    state: "waiting",
    attempts: 0,
    status: 0,
    error: "",
    duration_ms: 0,
    run_at: given.createdAt,
    created_at: given.createdAt,
    done_at: null,
  });

/** Of all workspaces, longest due first. */
export async function listDueDeliveries(
  db: Executor,
  now: number,
  limit: number,
): Promise<WebhookDelivery[]> {
  const rows = await db
    .selectFrom("webhook_deliveries")
    .selectAll()
    .where("state", "=", "waiting")
    .where("run_at", "<=", now)
    .orderBy("run_at")
    .limit(limit)
    .execute();
  return rows.map(toDelivery);
}

/** Newest first. */
export async function listDeliveryRows(
  db: Executor,
  workspaceId: string,
  endpointId: string,
  page: { before: string | undefined; limit: number },
): Promise<WebhookDelivery[]> {
  let query = db
    .selectFrom("webhook_deliveries")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("endpoint_id", "=", endpointId);
  if (page.before) query = query.where("id", "<", page.before);
  const rows = await query.orderBy("id", "desc").limit(page.limit).execute();
  return rows.map(toDelivery);
}

export async function findDeliveryRow(
  db: Executor,
  workspaceId: string,
  id: string,
): Promise<WebhookDelivery | undefined> {
  const row = await db
    .selectFrom("webhook_deliveries")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toDelivery(row);
}

export const updateDelivery = (db: Executor, workspaceId: string, id: string, changes: Updateable<Row>) =>
  db
    .updateTable("webhook_deliveries")
    .set(changes)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();

/** What waits behind a message that was not taken waits too, so that it fills no round. */
export const holdDeliveries = (
  db: Executor,
  workspaceId: string,
  endpointId: string,
  { now, until }: { now: number; until: number },
) =>
  db
    .updateTable("webhook_deliveries")
    .set({ run_at: until })
    .where("workspace_id", "=", workspaceId)
    .where("endpoint_id", "=", endpointId)
    .where("state", "=", "waiting")
    .where("run_at", "<=", now)
    .execute();

/** Who is told anything at all. */
export async function hasEndpoints(db: Executor, workspaceId: string): Promise<boolean> {
  const row = await db
    .selectFrom("webhook_endpoints")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("state", "=", "enabled")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export const deleteOldDeliveries = (db: Executor, before: number) =>
  db.deleteFrom("webhook_deliveries").where("created_at", "<", before).execute();
