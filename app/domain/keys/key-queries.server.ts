import { isDuplicateKey } from "~db/dialects/sql/errors";
import type { Executor } from "~db/schema/executor";

export { isDuplicateKey } from "~db/dialects/sql/errors";

export const listKeys = (db: Executor) => db.selectFrom("key_ring").selectAll().execute();

export const insertKey = (
  db: Executor,
  row: {
    id: string;
    short_id: number;
    purpose: string;
    workspace_id: string;
    wrapped: string;
    created_at: number;
  },
) =>
  db
    .insertInto("key_ring")
    .values({ ...row, retired_at: null })
    .execute();

export const rewrapKey = (db: Executor, id: string, wrapped: string) =>
  db.updateTable("key_ring").set({ wrapped }).where("id", "=", id).execute();

export async function findFact(db: Executor, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("instance_facts")
    .select("value")
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.value;
}

export async function saveFact(db: Executor, name: string, value: string, at: number): Promise<void> {
  const updated = await db
    .updateTable("instance_facts")
    .set({ value, updated_at: at })
    .where("name", "=", name)
    .executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) {
    await db.insertInto("instance_facts").values({ name, value, updated_at: at }).execute();
  }
}

/** Whichever process writes a fact first is right: the value that stands. */
export async function claimFact(db: Executor, name: string, value: string, at: number): Promise<string> {
  try {
    await db.insertInto("instance_facts").values({ name, value, updated_at: at }).execute();
    return value;
  } catch (error) {
    const stored = isDuplicateKey(error) ? await findFact(db, name) : undefined;
    if (stored === undefined) throw error;
    return stored;
  }
}

export const listKeysOf = (db: Executor, workspaceId: string, purpose: string) =>
  db
    .selectFrom("key_ring")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("purpose", "=", purpose)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
