import type { Selectable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { Topic } from "./topic";

const toTopic = (row: Selectable<Database["topics"]>): Topic => ({
  id: row.id,
  name: row.name,
  description: row.description,
  createdAt: row.created_at,
});

export async function listTopicRows(db: Executor, workspaceId: string): Promise<Topic[]> {
  const rows = await db
    .selectFrom("topics")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("id")
    .limit(200)
    .execute();
  return rows.map(toTopic);
}

export async function findTopicRow(
  db: Executor,
  workspaceId: string,
  topicId: string,
): Promise<Topic | undefined> {
  const row = await db
    .selectFrom("topics")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", topicId)
    .executeTakeFirst();
  return row && toTopic(row);
}

export const insertTopic = (db: Executor, workspaceId: string, topic: Topic) =>
  db
    .insertInto("topics")
    .values({
      workspace_id: workspaceId,
      id: topic.id,
      name: topic.name,
      description: topic.description,
      created_at: topic.createdAt,
    })
    .execute();

export async function updateTopicRow(
  db: Executor,
  workspaceId: string,
  topicId: string,
  changes: { name: string; description: string },
): Promise<boolean> {
  const updated = await db
    .updateTable("topics")
    .set(changes)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", topicId)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

export async function deleteTopicRow(db: Executor, workspaceId: string, topicId: string): Promise<boolean> {
  const deleted = await db
    .deleteFrom("topics")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", topicId)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows) > 0;
}
