import { CompiledQuery, type Driver } from "kysely";
import type { Tx } from "../../schema/executor";
import { isFileLocked } from "../sql/errors";
import { databaseOver } from "./sqlite-database.server";
import { isGuessedWrong, ThreadConnection } from "./thread-connection.server";
import type { WriteTurn } from "./write-turn";

/** After a wrong guess: where many people come back, guessing would only have batches run twice. */
const batchesWithoutGuess = 16;

class BatchDriver implements Driver {
  #withoutGuess = 0;
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
    return new ThreadConnection(this.file, this.sourceRoot, {
      synchronous: "normal",
      cacheMb: 16,
      waitMs: 0,
    });
  }
  async releaseConnection() {
    this.turn.pass();
  }
  async beginTransaction(connection: ThreadConnection) {
    connection.guesses = this.#withoutGuess === 0;
    if (!connection.guesses) this.#withoutGuess -= 1;
    if (!this.turn.isFileLocked) return connection.defer("begin immediate");
    await this.turn.lockFile(() => connection.executeQuery(CompiledQuery.raw("begin immediate")));
  }
  async commitTransaction(connection: ThreadConnection) {
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }
  /** The next transactions wait for answers. */
  stopGuessing(): void {
    this.#withoutGuess = batchesWithoutGuess;
  }
  /** There is none to undo where it was never begun, a full disk ended it, or the thread that had it has ended. */
  async rollbackTransaction(connection: ThreadConnection) {
    try {
      await connection.rollback();
    } catch (error) {
      if (!connection.isBroken && !/no transaction is active/.test((error as Error).message)) throw error;
    }
  }
  async destroy() {
    await this.#connection?.close();
    this.#connection = undefined;
  }
}

export interface BatchWriter {
  /** Runs work in a transaction; again where it rested on a wrong guess (`likelyEmpty`) or found the file locked. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * A connection in a thread of its own, for batches. Its commits are in the log but not yet on the disk: who uses it
 * syncs the log before answering.
 */
export function openBatchWriter(file: string, sourceRoot: string, turn: WriteTurn): BatchWriter {
  const driver = new BatchDriver(file, sourceRoot, turn);
  const db = databaseOver(driver);

  async function run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (isGuessedWrong(error)) driver.stopGuessing();
      else if (isFileLocked(error)) turn.foundLocked();
      else throw error;
      return run(work);
    }
  }

  return { run, close: () => db.destroy() };
}
