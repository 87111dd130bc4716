import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";

export interface IdempotencyKey {
  workspaceId: string;
  apiKeyId: string;
  route: string;
  keyHash: string;
}

/** False when the key is there already. */
export const claimKey = (db: Executor, key: IdempotencyKey, bodyHash: string, now: number) =>
  insertIfAbsent(db, "idempotency_answers", {
    workspace_id: key.workspaceId,
    api_key_id: key.apiKeyId,
    route: key.route,
    key_hash: key.keyHash,
    body_hash: bodyHash,
    status: 0,
    answer: "",
    created_at: now,
  });

export const findAnswer = (db: Executor, key: IdempotencyKey) =>
  db
    .selectFrom("idempotency_answers")
    .select(["body_hash", "status", "answer", "created_at"])
    .where("workspace_id", "=", key.workspaceId)
    .where("api_key_id", "=", key.apiKeyId)
    .where("route", "=", key.route)
    .where("key_hash", "=", key.keyHash)
    .executeTakeFirst();

export const saveAnswer = (db: Executor, key: IdempotencyKey, status: number, answer: string) =>
  db
    .updateTable("idempotency_answers")
    .set({ status, answer })
    .where("workspace_id", "=", key.workspaceId)
    .where("api_key_id", "=", key.apiKeyId)
    .where("route", "=", key.route)
    .where("key_hash", "=", key.keyHash)
    .execute();

/** `created` keeps a late process from taking away a claim that is no longer its own. */
export async function dropKey(db: Executor, key: IdempotencyKey, created: number): Promise<boolean> {
  const deleted = await db
    .deleteFrom("idempotency_answers")
    .where("workspace_id", "=", key.workspaceId)
    .where("api_key_id", "=", key.apiKeyId)
    .where("route", "=", key.route)
    .where("key_hash", "=", key.keyHash)
    .where("created_at", "=", created)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows) > 0;
}

export const removeAnswersBefore = (db: Executor, before: number) =>
  db.deleteFrom("idempotency_answers").where("created_at", "<", before).execute();
