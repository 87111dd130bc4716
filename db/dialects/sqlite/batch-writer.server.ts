import { CompiledQuery, type Driver } from "kysely";
import type { Db } from "../../schema/executor";
import { databaseOver } from "./sqlite-database.server";
import { ThreadConnection } from "./thread-connection.server";
import type { WriteTurn } from "./write-turn";

class BatchDriver implements Driver {
  #connection: ThreadConnection | undefined;
  constructor(
    readonly file: string,
    readonly sourceRoot: string,
    readonly turn: WriteTurn,
  ) {}

  async init() {}
  async acquireConnection() {
    await this.turn.take();
    try {
      if (!this.#connection || this.#connection.isBroken) this.#connection = this.#open();
      return this.#connection;
    } catch (error) {
      this.turn.pass();
      throw error;
    }
  }
  #open(): ThreadConnection {
    return new ThreadConnection(this.file, this.sourceRoot, { synchronous: "normal", cacheMb: 32 });
  }
  async releaseConnection() {
    this.turn.pass();
  }
  async beginTransaction(connection: ThreadConnection) {
    connection.defer("begin immediate");
  }
  async commitTransaction(connection: ThreadConnection) {
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }
  /** There is none to undo where it was never begun, a full disk ended it, or the thread that had it has ended. */
  async rollbackTransaction(connection: ThreadConnection) {
    connection.forgetDeferred();
    try {
      await connection.executeQuery(CompiledQuery.raw("rollback"));
    } catch (error) {
      if (!connection.isBroken && !/no transaction is active/.test((error as Error).message)) throw error;
    }
  }
  async destroy() {
    await this.#connection?.close();
    this.#connection = undefined;
  }
}

/**
 * A connection in a thread of its own, for batches. Its commits are in the log but not yet on the disk: who uses it
 * syncs the log before answering.
 */
export const openBatchWriter = (file: string, sourceRoot: string, turn: WriteTurn): Db =>
  databaseOver(new BatchDriver(file, sourceRoot, turn));
