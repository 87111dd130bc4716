import type { Insertable } from "kysely";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { Suppression, SuppressionReason, SuppressionSource } from "./suppression";

export interface SuppressionKey {
  addressHash: string;
  topicId: string;
}

const columns = [
  "address_hash",
  "topic_id",
  "reason",
  "source",
  "created_at",
  "lifted_at",
  "norm_version",
  "noted_at",
] as const;

const ofKey = (db: Executor, workspaceId: string, key: SuppressionKey) =>
  db
    .selectFrom("suppressions")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "=", key.addressHash)
    .where("topic_id", "=", key.topicId)
    .orderBy("norm_version", "desc")
    .limit(1)
    .executeTakeFirst();

export const findSuppressionRow = ofKey;

export const insertSuppression = (db: Executor, row: Insertable<Database["suppressions"]>) =>
  insertIfAbsent(db, "suppressions", row);

/** Stands again after it was lifted, or for a graver reason than before. */
export const renewSuppression = (
  db: Executor,
  workspaceId: string,
  key: SuppressionKey,
  fresh: { reason: string; source: string; delivery_id: string; created_at: number },
) =>
  db
    .updateTable("suppressions")
    .set({ ...fresh, lifted_at: null, noted_at: null })
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "=", key.addressHash)
    .where("topic_id", "=", key.topicId)
    .execute();

export async function markLifted(db: Executor, workspaceId: string, key: SuppressionKey, at: number) {
  const changed = await db
    .updateTable("suppressions")
    .set({ lifted_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "=", key.addressHash)
    .where("topic_id", "=", key.topicId)
    .where("lifted_at", "is", null)
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}

export async function markNoted(db: Executor, workspaceId: string, addressHash: string, at: number) {
  const changed = await db
    .updateTable("suppressions")
    .set({ noted_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "=", addressHash)
    .where("reason", "=", "complaint")
    .where("lifted_at", "is", null)
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}

/** Standing suppressions of these addresses. Give at most a thousand hashes at once. */
export async function listActive(
  db: Executor,
  workspaceId: string,
  addressHashes: readonly string[],
): Promise<Suppression[]> {
  if (addressHashes.length === 0) return [];
  const rows = await db
    .selectFrom("suppressions")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "in", [...addressHashes])
    .where("lifted_at", "is", null)
    .limit(100_000)
    .execute();
  return rows.map(toSuppression);
}

export async function listPlatformSuppressed(
  db: Executor,
  addressHashes: readonly string[],
): Promise<{ addressHash: string; reason: string }[]> {
  if (addressHashes.length === 0) return [];
  const rows = await db
    .selectFrom("platform_suppressions")
    .select(["address_hash", "reason"])
    .where("address_hash", "in", [...addressHashes])
    .limit(100_000)
    .execute();
  return rows.map((row) => ({ addressHash: row.address_hash, reason: row.reason }));
}

export const insertPlatformSuppression = (db: Executor, row: Insertable<Database["platform_suppressions"]>) =>
  insertIfAbsent(db, "platform_suppressions", row);

export async function listSuppressionRows(
  db: Executor,
  workspaceId: string,
  page: { addressHashes?: readonly string[]; after?: SuppressionKey; limit: number },
): Promise<Suppression[]> {
  let query = db
    .selectFrom("suppressions")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .orderBy("address_hash")
    .orderBy("topic_id")
    .limit(page.limit);
  if (page.addressHashes) query = query.where("address_hash", "in", [...page.addressHashes]);
  const { after } = page;
  if (after) {
    query = query.where((e) =>
      e.or([
        e("address_hash", ">", after.addressHash),
        e.and([e("address_hash", "=", after.addressHash), e("topic_id", ">", after.topicId)]),
      ]),
    );
  }
  return (await query.execute()).map(toSuppression);
}

const toSuppression = (row: {
  address_hash: string;
  topic_id: string;
  reason: string;
  source: string;
  created_at: number;
  lifted_at: number | null;
}): Suppression => ({
  addressHash: row.address_hash,
  topicId: row.topic_id,
  reason: row.reason as SuppressionReason,
  source: row.source as SuppressionSource,
  createdAt: row.created_at,
  liftedAt: row.lifted_at ?? undefined,
});
