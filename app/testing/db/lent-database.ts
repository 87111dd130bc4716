import { copyFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { createConnection } from "mysql2/promise";
import { inject } from "vitest";
import { migrate, pendingMigrations } from "~db/migrate";
import type { Db } from "~db/schema/executor";

export interface LentDatabase {
  url: string;
  /** Brings what was opened at `url` to the state of a database that was just migrated. */
  prepare(db: Db): Promise<void>;
  giveBack(): void;
}

const taken = new Set<number>();

/** Deletes every row but the record of the migrations. */
async function empty(db: Db): Promise<void> {
  const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = database() and table_name <> 'schema_migrations'`.execute(db);
  const looks = tables.rows.map(
    ({ name }) => `select '${name}' as name from dual where exists (select 1 from ${name})`,
  );
  const filled = await sql.raw<{ name: string }>(looks.join(" union all ")).execute(db);
  for (const { name } of filled.rows) await sql.raw(`delete from ${name}`).execute(db);
}

async function migrateOrEmpty(db: Db): Promise<void> {
  if ((await pendingMigrations(db)).length === 0) await empty(db);
  else await migrate(db, { owner: "test" });
}

/**
 * A migrated database without rows. To make a hundred tables costs MariaDB seconds: each worker has databases of its
 * own, and what one test file leaves behind the next one empties. An embedded database is a copy of the run's template.
 */
export async function lendDatabase(folder: string): Promise<LentDatabase> {
  if (process.env.DB === "mysql") {
    let number = 1;
    while (taken.has(number)) number += 1;
    taken.add(number);
    const server = inject("mariadbUrl");
    const name = `lent_${process.env.VITEST_POOL_ID}_${number}`;
    const connection = await createConnection(server);
    await connection.query(`create database if not exists ${name} character set utf8mb4`);
    await connection.end();
    return { url: `${server}${name}`, prepare: migrateOrEmpty, giveBack: () => taken.delete(number) };
  }
  const file = path.join(folder, "foyer.db");
  const template = inject("embeddedTemplate");
  const prepare = async (db: Db) => void (await migrate(db, { owner: "test" }));
  if (template) copyFileSync(template, file);
  return {
    url: `sqlite:${file}`,
    prepare: template ? async () => undefined : prepare,
    giveBack: () => undefined,
  };
}
