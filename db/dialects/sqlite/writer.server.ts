import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  type SqliteDatabase,
  SqliteDriver,
  type TransactionSettings,
} from "kysely";
import type { Db } from "../../schema/executor";
import { rowWidth } from "../sql/rows-query";
import { splitRows } from "./packed-rows.mjs";
import { databaseOver } from "./sqlite-database.server";
import { openSqlite, runForRows, runStatement, type SqliteHandle } from "./statements.mjs";
import type { WriteTurn } from "./write-turn";

const onlyReads = /^\s*(?:select|with|values|pragma|explain|vacuum\s+into|begin|commit|rollback)\b/i;

/** Takes the turn for each statement that writes by itself; within a transaction the driver has it. */
class MainConnection implements DatabaseConnection {
  isInTransaction = false;
  constructor(
    readonly handle: SqliteHandle,
    readonly turn: WriteTurn,
  ) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.isInTransaction || onlyReads.test(query.sql)) return this.#run(query);
    await this.turn.take();
    try {
      return rowWidth(query) === undefined ? this.#run(query) : this.#runWhole(query);
    } finally {
      this.turn.pass();
    }
  }

  /** All rows or none, as one statement for them would do. */
  #runWhole<R>(query: CompiledQuery): QueryResult<R> {
    this.handle.exec("begin immediate");
    try {
      const result = this.#run<R>(query);
      this.handle.exec("commit");
      return result;
    } catch (error) {
      try {
        this.handle.exec("rollback");
      } catch {
        // A full disk has ended it already.
      }
      throw error;
    }
  }

  #run<R>(query: CompiledQuery): QueryResult<R> {
    const { sql, parameters } = query;
    const width = rowWidth(query);
    const { rows, changes } =
      width === undefined
        ? runStatement(this.handle, sql, parameters)
        : runForRows(this.handle, sql, splitRows(parameters, width));
    return rows ? { rows: rows as R[] } : { rows: [], numAffectedRows: BigInt(changes ?? 0) };
  }

  async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    for (const row of this.handle.prepare(sql).iterate(parameters)) yield { rows: [row as R] };
  }
}

/** Takes the write lock at the start, so that a transaction never fails half-way for a newer snapshot. */
class ImmediateDriver extends SqliteDriver {
  #connection: MainConnection | undefined;
  #hasTurn = false;

  constructor(
    file: string,
    readonly turn: WriteTurn,
  ) {
    super({
      database: async () => {
        const handle = openSqlite(file);
        this.#connection = new MainConnection(handle, turn);
        return handle as unknown as SqliteDatabase;
      },
    });
  }

  override async acquireConnection() {
    const inner = await super.acquireConnection();
    return this.#connection ?? inner;
  }

  override async beginTransaction(connection: MainConnection, settings?: TransactionSettings) {
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

  override async commitTransaction(connection: MainConnection) {
    await connection.executeQuery(CompiledQuery.raw("commit"));
    this.#end(connection);
  }

  /** A full disk ends the transaction by itself: then the fault that people are told of is the first one. */
  override async rollbackTransaction(connection: MainConnection) {
    try {
      await connection.executeQuery(CompiledQuery.raw("rollback"));
    } catch (error) {
      if (!/no transaction is active/.test((error as Error).message)) throw error;
    } finally {
      this.#end(connection);
    }
  }

  #end(connection: MainConnection): void {
    connection.isInTransaction = false;
    if (!this.#hasTurn) return;
    this.#hasTurn = false;
    this.turn.pass();
  }
}

/** The one connection of the main thread: writes and point reads. */
export const openSqliteWriter = (file: string, turn: WriteTurn): Db =>
  databaseOver(new ImmediateDriver(file, turn));
