import { type Kysely, sql } from "kysely";
import { capabilitiesOf } from "../dialects/sql/capabilities";

// biome-ignore lint/suspicious/noExplicitAny: migrations are frozen in time and know no table types
export type AnyDb = Kysely<any>;

/** One change of the schema: re-runnable, since a crash may come between the change and its record. */
export interface Migration {
  name: string;
  /** A column that a table got later, and what rows of before have in it: of the database, or of an archive made earlier. */
  adds?: { table: string; column: string; fallback: string | number | null };
  up(db: AnyDb): Promise<void>;
}

export interface TableLiteral {
  /** `id`, `ascii(n)`, `text(n)`, `long`, `ms`, `int`, `bool`, `blob`; a trailing `?` allows null. */
  columns: Record<string, string>;
  primaryKey: readonly string[];
  unique?: readonly (readonly string[])[];
  index?: readonly (readonly string[])[];
}

const shape = /^(\w+?)(?:\((\d+)\))?(\?)?$/;
const ascii = "character set ascii collate ascii_bin";
const unicode = "character set utf8mb4 collate utf8mb4_bin";

const sqliteTypes: Record<string, string> = {
  ms: "integer",
  int: "integer",
  bool: "integer",
  blob: "blob",
};

const mysqlTypes: Record<string, (length: string) => string> = {
  id: () => `char(26) ${ascii}`,
  ascii: (length) => `varchar(${length}) ${ascii}`,
  text: (length) => `varchar(${length}) ${unicode}`,
  long: () => `longtext ${unicode}`,
  ms: () => "bigint",
  int: () => "bigint",
  bool: () => "tinyint",
  blob: () => "longblob",
};

function columnSql(name: string, code: string, sqlite: boolean): string {
  const [, type = "", given = "", optional] = shape.exec(code) ?? [];
  const mysqlType = mysqlTypes[type];
  if (!mysqlType) throw new Error(`Unknown column type: ${code}`);
  const filled = optional ? "" : " not null";
  if (!sqlite) return `${name} ${mysqlType(given)}${filled}`;
  const length = type === "id" ? "26" : given;
  const check = length ? ` check (length(${name}) <= ${length})` : "";
  return `${name} ${sqliteTypes[type] ?? "text"}${filled}${check}`;
}

const list = (columns: readonly string[]) => columns.join(", ");

/** A migration that creates one table with its keys and indexes. */
export function createTable(name: string, table: TableLiteral): Migration {
  const indexes = (table.index ?? []).map((columns, at) => ({ name: `ix_${name}_${at + 1}`, columns }));
  return {
    name: `create_${name}`,
    async up(db) {
      const sqlite = capabilitiesOf(db).strictTables;
      const parts = Object.entries(table.columns).map(([column, code]) => columnSql(column, code, sqlite));
      parts.push(`primary key (${list(table.primaryKey)})`);
      for (const columns of table.unique ?? []) parts.push(`unique (${list(columns)})`);
      if (!sqlite) for (const index of indexes) parts.push(`index ${index.name} (${list(index.columns)})`);
      const end = sqlite ? " strict" : " engine=InnoDB default charset=utf8mb4";
      await sql.raw(`create table if not exists ${name} (${parts.join(", ")})${end}`).execute(db);
      if (!sqlite) return;
      for (const index of indexes) {
        const create = `create index if not exists ${index.name} on ${name} (${list(index.columns)})`;
        await sql.raw(create).execute(db);
      }
    },
  };
}

/** A migration that adds one column; rows that are there take `fallback`. */
export function addColumn(
  table: string,
  column: string,
  code: string,
  fallback: string | number | null,
): Migration {
  return {
    name: `add_${table}_${column}`,
    adds: { table, column, fallback },
    async up(db) {
      const sqlite = capabilitiesOf(db).strictTables;
      const look = sqlite
        ? sql.raw(`select 1 from pragma_table_info('${table}') where name = '${column}'`)
        : sql.raw(
            `select 1 from information_schema.columns where table_schema = database() and table_name = '${table}' and column_name = '${column}'`,
          );
      if ((await look.execute(db)).rows.length > 0) return;
      const literal = typeof fallback === "string" ? `'${fallback}'` : String(fallback);
      const end = sqlite ? "" : ", algorithm=instant";
      await sql
        .raw(`alter table ${table} add column ${columnSql(column, code, sqlite)} default ${literal}${end}`)
        .execute(db);
    },
  };
}

async function hasIndex(db: AnyDb, table: string, name: string): Promise<boolean> {
  const look = sql.raw(
    `select 1 from information_schema.statistics where table_schema = database() and table_name = '${table}' and index_name = '${name}' limit 1`,
  );
  return (await look.execute(db)).rows.length > 0;
}

/** A migration that adds one index. */
export function addIndex(table: string, name: string, columns: readonly string[]): Migration {
  return {
    name: `add_${name}`,
    async up(db) {
      if (capabilitiesOf(db).strictTables) {
        await sql.raw(`create index if not exists ${name} on ${table} (${list(columns)})`).execute(db);
      } else if (!(await hasIndex(db, table, name))) {
        const add = `alter table ${table} add index ${name} (${list(columns)}), algorithm=inplace, lock=none`;
        await sql.raw(add).execute(db);
      }
    },
  };
}

/** A migration that adds one index to the embedded database only. */
export function addIndexOfOneServer(table: string, name: string, columns: readonly string[]): Migration {
  const add = addIndex(table, name, columns);
  return {
    name: add.name,
    async up(db) {
      if (capabilitiesOf(db).strictTables) await add.up(db);
    },
  };
}

/** A migration that drops one index where no process of the version before can still need it: beside one server, none can. */
export function dropIndexOfOneServer(name: string): Migration {
  return {
    name: `drop_${name}`,
    async up(db) {
      if (capabilitiesOf(db).strictTables) await sql.raw(`drop index if exists ${name}`).execute(db);
    },
  };
}
