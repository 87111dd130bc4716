import type { Insertable } from "kysely";
import { unindexed } from "~db/dialects/sql/unindexed";
import { insertIfAbsent, insertMissing } from "~db/dialects/sql/write";
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

/** What is there of these addresses, lifted or not. Give at most a thousand hashes at once. */
export const findSuppressionRows = (
  db: Executor,
  workspaceId: string,
  { addressHashes, topicId }: { addressHashes: readonly string[]; topicId: string },
) =>
  db
    .selectFrom("suppressions")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "in", [...addressHashes])
    .where("topic_id", "=", topicId)
    .execute();

export const insertSuppressions = (db: Executor, rows: readonly Insertable<Database["suppressions"]>[]) =>
  insertMissing(db, "suppressions", rows);

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

/** The latest first. */
export async function listLatestRows(
  db: Executor,
  workspaceId: string,
  page: {
    addressHashes?: readonly string[] | undefined;
    reason?: SuppressionReason;
    state?: "standing" | "lifted";
    before?: (SuppressionKey & { createdAt: number }) | undefined;
    limit: number;
  },
): Promise<Suppression[]> {
  let query = db
    .selectFrom("suppressions")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    // Of one address there are few; of all of them an index has this order.
    .orderBy(page.addressHashes ? unindexed<number>("created_at") : "created_at", "desc")
    .orderBy("address_hash", "desc")
    .orderBy("topic_id", "desc")
    .limit(page.limit);
  if (page.addressHashes) query = query.where("address_hash", "in", [...page.addressHashes]);
  if (page.reason) query = query.where("reason", "=", page.reason);
  if (page.state) query = query.where("lifted_at", page.state === "lifted" ? "is not" : "is", null);
  const { before } = page;
  if (before) {
    query = query
      .where("created_at", "<=", before.createdAt)
      .where((e) =>
        e.or([
          e("created_at", "<", before.createdAt),
          e("address_hash", "<", before.addressHash),
          e.and([e("address_hash", "=", before.addressHash), e("topic_id", "<", before.topicId)]),
        ]),
      );
  }
  return (await query.execute()).map(toSuppression);
}

/** How many stand, by reason, most first. */
export async function countStandingRows(
  db: Executor,
  workspaceId: string,
): Promise<{ reason: SuppressionReason; count: number }[]> {
  const rows = await db
    .selectFrom("suppressions")
    .select((e) => ["reason", e.fn.countAll().as("count")])
    .where("workspace_id", "=", workspaceId)
    .where("lifted_at", "is", null)
    .groupBy("reason")
    .execute();
  return rows
    .map(({ reason, count }) => ({ reason: reason as SuppressionReason, count: Number(count) }))
    .sort((a, b) => b.count - a.count);
}

const toSuppression = (row: {
  address_hash: string;
  topic_id: string;
  reason: string;
  source: string;
  created_at: number;
  lifted_at: number | null;
  noted_at: number | null;
}): Suppression => ({
  addressHash: row.address_hash,
  topicId: row.topic_id,
  reason: row.reason as SuppressionReason,
  source: row.source as SuppressionSource,
  createdAt: row.created_at,
  liftedAt: row.lifted_at ?? undefined,
  notedAt: row.noted_at ?? undefined,
});
