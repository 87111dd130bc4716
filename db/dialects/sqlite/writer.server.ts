import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from "kysely";
import type { Db } from "../../schema/executor";
import { rowWidth } from "../sql/rows-query";
import { splitRows } from "./packed-rows.mjs";
import { databaseOver } from "./sqlite-database.server";
import { openSqlite, runForRows, runStatement, type SqliteHandle } from "./statements.mjs";
import { createTurn, type Turn, type WriteTurn } from "./write-turn";

const onlyReads = /^\s*(?:select|with|values|pragma|explain|vacuum\s+into)\b/i;

/** The main thread's handle of the file, and what of it only one may have at a time. */
interface MainFile {
  handle: SqliteHandle;
  /** Of the handle: for a transaction or a single statement. Who writes takes the turn to write first. */
  own: Turn;
  turn: WriteTurn;
}

/**
 * What one query or one transaction asks through. Who waits to write does not have the handle: others read meanwhile,
 * also while another program has the file locked.
 */
class MainConnection implements DatabaseConnection {
  #transaction: "none" | "reads" | "writes" = "none";
  constructor(readonly file: MainFile) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#transaction !== "none") return this.#run(query);
    if (onlyReads.test(query.sql)) return this.#alone(() => this.#run<R>(query));
    const { turn } = this.file;
    await turn.take();
    try {
      const isOne = rowWidth(query) === undefined;
      return await turn.lockFile(() =>
        this.#alone(() => (isOne ? this.#run<R>(query) : this.#runWhole<R>(query))),
      );
    } finally {
      turn.pass();
    }
  }

  /** Takes the write lock at the start, so that a transaction never fails half-way for a newer snapshot. */
  async begin({ accessMode }: TransactionSettings = {}): Promise<void> {
    if (accessMode === "read only") {
      await this.#beginWith("begin");
      this.#transaction = "reads";
      return;
    }
    const { turn } = this.file;
    await turn.take();
    try {
      await turn.lockFile(() => this.#beginWith("begin immediate"));
      this.#transaction = "writes";
    } catch (error) {
      turn.pass();
      throw error;
    }
  }

  commit(): void {
    this.file.handle.exec("commit");
    this.#end();
  }

  /** A full disk ends the transaction by itself: then the fault that people are told of is the first one. */
  rollback(): void {
    try {
      this.file.handle.exec("rollback");
    } catch (error) {
      if (!/no transaction is active/.test((error as Error).message)) throw error;
    } finally {
      this.#end();
    }
  }

  /** Keeps the handle unless it fails. */
  async #beginWith(statement: string): Promise<void> {
    const { own, handle } = this.file;
    await own.take();
    try {
      handle.exec(statement);
    } catch (error) {
      own.pass();
      throw error;
    }
  }

  #end(): void {
    const { own, turn } = this.file;
    own.pass();
    if (this.#transaction === "writes") turn.pass();
    this.#transaction = "none";
  }

  async #alone<T>(work: () => T): Promise<T> {
    const { own } = this.file;
    await own.take();
    try {
      return work();
    } finally {
      own.pass();
    }
  }

  /** All rows or none, as one statement for them would do. */
  #runWhole<R>(query: CompiledQuery): QueryResult<R> {
    const { handle } = this.file;
    handle.exec("begin immediate");
    try {
      const result = this.#run<R>(query);
      handle.exec("commit");
      return result;
    } catch (error) {
      try {
        handle.exec("rollback");
      } catch {
        // A full disk has ended it already.
      }
      throw error;
    }
  }

  #run<R>(query: CompiledQuery): QueryResult<R> {
    const { handle } = this.file;
    const { sql, parameters } = query;
    const width = rowWidth(query);
    const { rows, changes } =
      width === undefined
        ? runStatement(handle, sql, parameters)
        : runForRows(handle, sql, splitRows(parameters, width));
    return rows ? { rows: rows as R[] } : { rows: [], numAffectedRows: BigInt(changes ?? 0) };
  }

  // biome-ignore lint/correctness/useYield: a stream would keep the handle; callers page by key
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("The main thread's connection is paged by key instead of streamed.");
  }
}

class MainDriver implements Driver {
  #file: MainFile | undefined;
  constructor(
    readonly path: string,
    readonly turn: WriteTurn,
  ) {}

  async init() {
    this.#file = { handle: openSqlite(this.path, { waitMs: 0 }), own: createTurn(), turn: this.turn };
  }
  async acquireConnection() {
    if (!this.#file) throw new Error("The database is not open.");
    return new MainConnection(this.#file);
  }
  async beginTransaction(connection: MainConnection, settings?: TransactionSettings) {
    await connection.begin(settings);
  }
  async commitTransaction(connection: MainConnection) {
    connection.commit();
  }
  async rollbackTransaction(connection: MainConnection) {
    connection.rollback();
  }
  async releaseConnection() {}
  async destroy() {
    this.#file?.handle.close();
  }
}

/** The one connection of the main thread: writes and point reads. */
export const openSqliteWriter = (file: string, turn: WriteTurn): Db =>
  databaseOver(new MainDriver(file, turn));
