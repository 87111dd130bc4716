import type { Insertable, Selectable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";

export type OutboxRow = Selectable<Database["outbox_messages"]>;

export const insertOutboxMessage = (db: Executor, row: Insertable<Database["outbox_messages"]>) =>
  db.insertInto("outbox_messages").values(row).execute();

/** Newest first; `before` is the id of the last one seen. */
export async function listOutboxRows(
  db: Executor,
  workspaceId: string,
  page: { audiences: readonly string[]; before?: string; limit: number },
): Promise<OutboxRow[]> {
  let query = db
    .selectFrom("outbox_messages")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("audience", "in", [...page.audiences])
    .orderBy("id", "desc")
    .limit(page.limit);
  if (page.before) query = query.where("id", "<", page.before);
  return query.execute();
}

export const findOutboxRow = (db: Executor, workspaceId: string, id: string) =>
  db
    .selectFrom("outbox_messages")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();

export const listOldOutboxRows = (db: Executor, before: number, limit: number): Promise<OutboxRow[]> =>
  db.selectFrom("outbox_messages").selectAll().where("created_at", "<", before).limit(limit).execute();

export const removeOutboxRow = (db: Executor, workspaceId: string, id: string) =>
  db.deleteFrom("outbox_messages").where("workspace_id", "=", workspaceId).where("id", "=", id).execute();
