import { shardOf } from "~/lib/shard";
import { insertRows } from "~db/dialects/sql/insert-rows";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import type { EventType, StoredEvent } from "./event";

export interface NewEvent {
  id: string;
  workspaceId: string;
  type: EventType;
  payload: string;
  now: number;
}

export const insertEvents = (db: Executor, events: readonly NewEvent[]): Promise<void> =>
  insertRows(
    db,
    "outbox_events",
    events.map((event) => ({
      id: event.id,
      shard: shardOf(event.workspaceId),
      workspace_id: event.workspaceId,
      type: event.type,
      payload: event.payload,
      run_at: event.now,
      created_at: event.now,
    })),
  );

export async function listWaitingEvents(db: Executor, now: number, limit: number): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom("outbox_events")
    .select(["id", "workspace_id", "type", "payload"])
    .where("run_at", "<=", now)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    workspaceId: row.workspace_id,
    type: row.type as EventType,
    payload: JSON.parse(row.payload),
  }));
}

export const claimReaction = (db: Executor, eventId: string, reaction: string, now: number) =>
  insertIfAbsent(db, "reactions", { event_id: eventId, reaction, created_at: now });

export const removeEvents = (db: Executor, eventIds: readonly string[]) =>
  db
    .deleteFrom("outbox_events")
    .where("id", "in", [...eventIds])
    .execute();

export const removeOldReactions = (db: Executor, before: number) =>
  db.deleteFrom("reactions").where("created_at", "<", before).execute();
