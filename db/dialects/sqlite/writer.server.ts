import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  type SqliteDatabase,
  SqliteDriver,
  type TransactionSettings,
} from "kysely";
import type { Db } from "../../schema/executor";
import { databaseOver } from "./sqlite-database.server";
import { openSqlite } from "./statements.mjs";
import type { WriteTurn } from "./write-turn";

const onlyReads = /^\s*(?:select|with|values|pragma|explain|vacuum\s+into|begin|commit|rollback)\b/i;

/** Takes the turn for each statement that writes by itself; within a transaction the driver has it. */
class TurnTakingConnection implements DatabaseConnection {
  isInTransaction = false;
  constructor(
    readonly inner: DatabaseConnection,
    readonly turn: WriteTurn,
  ) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.isInTransaction || onlyReads.test(query.sql)) return this.inner.executeQuery(query);
    await this.turn.take();
    try {
      return await this.inner.executeQuery(query);
    } finally {
      this.turn.pass();
    }
  }

  streamQuery<R>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<R>> {
    return this.inner.streamQuery(query, chunkSize);
  }
}

/** Takes the write lock at the start, so that a transaction never fails half-way for a newer snapshot. */
class ImmediateDriver extends SqliteDriver {
  #connection: TurnTakingConnection | undefined;
  #hasTurn = false;

  constructor(
    file: string,
    readonly turn: WriteTurn,
  ) {
    super({ database: async () => openSqlite(file) as unknown as SqliteDatabase });
  }

  override async acquireConnection() {
    const inner = await super.acquireConnection();
    this.#connection ??= new TurnTakingConnection(inner, this.turn);
    return this.#connection;
  }

  override async beginTransaction(connection: TurnTakingConnection, settings?: TransactionSettings) {
    const isRead = settings?.accessMode === "read only";
    if (!isRead) {
      await this.turn.take();
      this.#hasTurn = true;
    }
    try {
      await connection.executeQuery(CompiledQuery.raw(isRead ? "begin" : "begin immediate"));
      connection.isInTransaction = true;
    } catch (error) {
      this.#end(connection);
      throw error;
    }
  }

  override async commitTransaction(connection: TurnTakingConnection) {
    await connection.executeQuery(CompiledQuery.raw("commit"));
    this.#end(connection);
  }

  /** A full disk ends the transaction by itself: then the fault that people are told of is the first one. */
  override async rollbackTransaction(connection: TurnTakingConnection) {
    try {
      await connection.executeQuery(CompiledQuery.raw("rollback"));
    } catch (error) {
      if (!/no transaction is active/.test((error as Error).message)) throw error;
    } finally {
      this.#end(connection);
    }
  }

  #end(connection: TurnTakingConnection): void {
    connection.isInTransaction = false;
    if (!this.#hasTurn) return;
    this.#hasTurn = false;
    this.turn.pass();
  }
}

/** The one connection of the main thread: writes and point reads. */
export const openSqliteWriter = (file: string, turn: WriteTurn): Db =>
  databaseOver(new ImmediateDriver(file, turn));
