// Plain JavaScript because a worker thread loads it from the source tree as well as the bundle.
import { DatabaseSync } from "@photostructure/sqlite";

const cachedStatements = 500;
/**
 * Pages, 384 MB: a thread moves the log into the database, but while one batch follows the other only a commit can begin
 * the log anew, and that one takes some ten times as long. The longer the log, the fewer people wait for such a commit.
 */
export const longLog = 98_304;

/** The file of the log keeps its length when it begins anew: growing costs a sync twice the time. */
const logBytesKept = 512 * 1024 * 1024;

const openingWaitMs = 5000;

/** Values SQLite cannot bind as they are. */
export function bindable(value) {
  if (value === undefined) return null;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Date) return value.getTime();
  return value;
}

/** Nearly all values can be bound as they are. */
function bound(parameters) {
  for (const value of parameters) {
    if (typeof value !== "string" && typeof value !== "number") return parameters.map(bindable);
  }
  return parameters;
}

function plain(row) {
  for (const key in row) {
    const value = row[key];
    if (value instanceof Uint8Array && !Buffer.isBuffer(value)) row[key] = Buffer.from(value);
  }
  return row;
}

/** Opens a file with the settings that the promises need; keeps prepared statements. */
export function openSqlite(
  file,
  { readOnly = false, synchronous = "full", cacheMb = 8, waitMs = openingWaitMs } = {},
) {
  const database = new DatabaseSync(file, { readOnly });
  database.exec(`pragma busy_timeout=${openingWaitMs}`);
  if (!readOnly) {
    database.exec("pragma journal_mode=wal");
    database.exec(`pragma synchronous=${synchronous}`);
    database.exec("pragma secure_delete=on");
    database.exec(`pragma journal_size_limit=${logBytesKept}`);
    database.exec(`pragma wal_autocheckpoint=${longLog}`);
  }
  database.exec("pragma foreign_keys=on");
  database.exec("pragma trusted_schema=off");
  database.exec(`pragma cache_size=${-1000 * cacheMb}`);
  database.exec(`pragma busy_timeout=${waitMs}`);
  const statements = new Map();

  function prepare(sql) {
    const known = statements.get(sql);
    if (known) {
      statements.delete(sql);
      statements.set(sql, known);
      return known;
    }
    const statement = database.prepare(sql);
    const reader = statement.columns().length > 0;
    const prepared = {
      reader,
      all: (parameters) => statement.all(...bound(parameters)).map(plain),
      run: (parameters) => statement.run(...bound(parameters)),
    };
    statements.set(sql, prepared);
    if (statements.size > cachedStatements) statements.delete(statements.keys().next().value);
    return prepared;
  }

  return {
    prepare,
    exec: (sql) => database.exec(sql),
    close: () => {
      statements.clear();
      database.close();
    },
  };
}

/** Runs a statement: its rows, or how many it changed. */
export function runStatement(handle, sql, parameters) {
  const statement = handle.prepare(sql);
  if (statement.reader) return { rows: statement.all(parameters) };
  return { changes: Number(statement.run(parameters).changes) };
}

/** Runs a statement that writes once for each row of parameters: how many rows it changed. */
export function runForRows(handle, sql, rows) {
  const statement = handle.prepare(sql);
  let changes = 0;
  for (const row of rows) changes += Number(statement.run(row).changes);
  return { changes };
}
