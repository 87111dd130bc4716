import { DatabaseSync } from "@photostructure/sqlite";
import { createConnection } from "mysql2/promise";
import type { LiveDatabase } from "../../app/testing/crash/live-database";

type Value = string | number | null;
type Stored = Record<string, Value>;

async function tableNames(database: LiveDatabase): Promise<string[]> {
  const rows = await database.query(
    database.kind === "sqlite"
      ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
      : "select table_name name from information_schema.tables where table_schema = 'foyer'",
  );
  return rows.map((row) => String(row.name));
}

/** How many rows each table has. */
export async function countTables(database: LiveDatabase): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const table of await tableNames(database)) {
    counts.set(table, await database.count(`select count(*) c from ${table}`));
  }
  return counts;
}

/** Tables that grew, with by how many rows. */
export function growth(before: Map<string, number>, after: Map<string, number>): Map<string, number> {
  const grown = new Map<string, number>();
  for (const [table, count] of after) {
    const by = count - (before.get(table) ?? 0);
    if (by > 0) grown.set(table, by);
  }
  return grown;
}

const most = 20_000;
const perInsert = 500;

interface TableRows {
  table: string;
  columns: string[];
  rows: Value[][];
}

/** The rows written last, as many for each thing written as the product wrote. */
async function newestRows(database: LiveDatabase, grown: Map<string, number>, things: number) {
  const sets: TableRows[] = [];
  const share = Math.min(1, most / things);
  for (const [table, by] of grown) {
    const howMany = Math.floor(by * share);
    if (howMany < things * share * 0.05) continue;
    const found = (await database.query(
      `select * from ${table}${database.kind === "sqlite" ? " order by rowid desc" : ""} limit ${howMany}`,
    )) as Stored[];
    const columns = Object.keys(found[0] ?? {});
    sets.push({ table, columns, rows: found.map((row) => columns.map((column) => row[column] ?? null)) });
  }
  return { sets, things: Math.floor(things * share) };
}

type Insert = (table: string, columns: string[], rows: Value[][]) => Promise<void> | void;

async function insertAll(
  { sets, things }: Awaited<ReturnType<typeof newestRows>>,
  begin: () => Promise<void> | void,
  insert: Insert,
  commit: () => Promise<void> | void,
): Promise<number> {
  const started = performance.now();
  for (let from = 0; from < things; from += perInsert) {
    await begin();
    for (const { table, columns, rows } of sets) {
      const part = rows.slice(
        Math.floor((from / things) * rows.length),
        Math.floor((Math.min(things, from + perInsert) / things) * rows.length),
      );
      for (let at = 0; at < part.length; at += perInsert) {
        await insert(table, columns, part.slice(at, at + perInsert));
      }
    }
    await commit();
  }
  return things / ((performance.now() - started) / 1000);
}

/**
 * Things per second when the very rows that the product wrote are put into an empty copy of its tables, indexes
 * and durability included, by multi-row inserts and nothing else.
 */
export async function bareInserts(
  from: LiveDatabase,
  grown: Map<string, number>,
  things: number,
  into: LiveDatabase,
): Promise<number> {
  const work = await newestRows(from, grown, things);
  for (const { table } of work.sets) await into.query(`delete from ${table}`);
  if (into.kind === "sqlite") {
    const target = new DatabaseSync(into.file);
    for (const pragma of ["journal_mode=wal", "synchronous=full", "cache_size=-32000", "secure_delete=on"]) {
      target.exec(`pragma ${pragma}`);
    }
    const prepared = new Map<string, ReturnType<typeof target.prepare>>();
    try {
      return await insertAll(
        work,
        () => target.exec("begin immediate"),
        (table, columns, rows) => {
          const row = `(${columns.map(() => "?").join(",")})`;
          const text = `insert into ${table} (${columns.join(",")}) values ${rows.map(() => row).join(",")}`;
          const statement = prepared.get(text) ?? target.prepare(text);
          prepared.set(text, statement);
          statement.run(...rows.flat());
        },
        () => target.exec("commit"),
      );
    } finally {
      prepared.clear();
      target.close();
    }
  }
  const connection = await createConnection(into.env.DATABASE_URL ?? "");
  try {
    return await insertAll(
      work,
      () => connection.beginTransaction(),
      async (table, columns, rows) => {
        await connection.query(
          `insert into ${table} (${columns.map((name) => `\`${name}\``).join(",")}) values ?`,
          [rows],
        );
      },
      () => connection.commit(),
    );
  } finally {
    await connection.end();
  }
}
