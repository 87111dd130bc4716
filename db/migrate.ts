import { sql } from "kysely";
import { isDuplicateKey } from "./dialects/sql/errors";
import { migrations } from "./migrations/migrations";
import { type AnyDb, createTable, type Migration } from "./migrations/step";
import type { Db } from "./schema/executor";

export interface MigrationReport {
  applied: string[];
  pending: string[];
}

const bookkeeping = [
  createTable("schema_migrations", {
    columns: { name: "ascii(120)", applied_at: "ms" },
    primaryKey: ["name"],
  }),
  createTable("schema_lock", {
    columns: { name: "ascii(20)", lease_owner: "ascii(60)", lease_until: "ms" },
    primaryKey: ["name"],
  }),
];

const leaseMs = 60_000;

async function takeLock(
  db: AnyDb,
  owner: string,
  now: () => number,
  onWait: () => void = () => undefined,
): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const until = now() + leaseMs;
    try {
      await db
        .insertInto("schema_lock")
        .values({ name: "migrate", lease_owner: owner, lease_until: until })
        .execute();
      return;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const taken = await db
      .updateTable("schema_lock")
      .set({ lease_owner: owner, lease_until: until })
      .where("name", "=", "migrate")
      .where((e) => e.or([e("lease_until", "<", now()), e("lease_owner", "=", owner)]))
      .executeTakeFirst();
    if (Number(taken.numUpdatedRows) > 0) return;
    if (attempt === 0) onWait();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("Another process has been migrating for two minutes; look at it before trying again.");
}

async function appliedNames(db: AnyDb): Promise<Set<string>> {
  const rows = await db.selectFrom("schema_migrations").select("name").execute();
  return new Set(rows.map((row) => String(row.name)));
}

/** Names of the migrations that this database lacks; all of them for an empty one. */
export async function pendingMigrations(database: Db): Promise<string[]> {
  const db = database as unknown as AnyDb;
  try {
    const applied = await appliedNames(db);
    return migrations.map((migration) => migration.name).filter((name) => !applied.has(name));
  } catch (error) {
    if (/no such table|doesn't exist/i.test((error as Error).message)) return migrations.map((m) => m.name);
    throw error;
  }
}

export interface MigrateOptions {
  owner: string;
  now?: () => number;
  onStep?: (name: string, done: number, of: number) => void;
  /** Another process is at it, or was killed while it was. */
  onWait?: () => void;
}

/** Runs one step; the lease is kept as long as the database works on it, be it for hours. */
async function apply(db: AnyDb, step: Migration, { owner, now = Date.now }: MigrateOptions): Promise<void> {
  let kept = Promise.resolve();
  const keep = setInterval(() => {
    kept = takeLock(db, owner, now).catch(() => undefined);
  }, leaseMs / 3);
  try {
    await step.up(db);
  } finally {
    clearInterval(keep);
    await kept;
  }
}

/** Applies what is missing, one step at a time, under a lease that other processes respect. */
export async function migrate(database: Db, options: MigrateOptions): Promise<MigrationReport> {
  const db = database as unknown as AnyDb;
  const now = options.now ?? Date.now;
  for (const table of bookkeeping) await table.up(db);
  await takeLock(db, options.owner, now, options.onWait);
  try {
    const applied = await appliedNames(db);
    const pending = migrations.filter((migration) => !applied.has(migration.name));
    for (const [index, migration] of pending.entries()) {
      options.onStep?.(migration.name, index + 1, pending.length);
      await apply(db, migration, options);
      await db.insertInto("schema_migrations").values({ name: migration.name, applied_at: now() }).execute();
      await takeLock(db, options.owner, now);
    }
    return { applied: pending.map((migration) => migration.name), pending: [] };
  } finally {
    await db.deleteFrom("schema_lock").where("lease_owner", "=", options.owner).execute();
  }
}

/** True when the database holds nothing of Foyer yet. */
export async function isEmptyDatabase(database: Db): Promise<boolean> {
  const pending = await pendingMigrations(database);
  return pending.length === migrations.length;
}

/** The database's own time in epoch milliseconds, to compare with this machine's clock. */
export async function databaseNow(database: Db, embedded: boolean): Promise<number> {
  if (embedded) return Date.now();
  const answer = await sql<{ now: string | number }>`select unix_timestamp(now(3)) * 1000 as now`.execute(
    database,
  );
  return Number(answer.rows[0]?.now);
}
