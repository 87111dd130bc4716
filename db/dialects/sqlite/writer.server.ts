import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from "kysely";
import type { Database } from "../../schema/database";
import type { Db } from "../../schema/executor";
import { openSqlite } from "./statements.mjs";

/** Takes the write lock at the start, so that a transaction never fails half-way for a newer snapshot. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings) {
    const begin = settings?.accessMode === "read only" ? "begin" : "begin immediate";
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  /** A full disk ends the transaction by itself: then the fault that people are told of is the first one. */
  override async rollbackTransaction(connection: DatabaseConnection) {
    try {
      await connection.executeQuery(CompiledQuery.raw("rollback"));
    } catch (error) {
      if (!/no transaction is active/.test((error as Error).message)) throw error;
    }
  }
}

/** The one connection of the main thread: writes and point reads. */
export function openSqliteWriter(file: string): Db {
  const config = { database: async () => openSqlite(file) as unknown as SqliteDatabase };
  class Dialect extends SqliteDialect {
    override createDriver(): Driver {
      return new ImmediateDriver(config);
    }
  }
  return new Kysely<Database>({ dialect: new Dialect(config) });
}
