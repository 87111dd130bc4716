import path from "node:path";
import { Worker } from "node:worker_threads";
import type { CompiledQuery, DatabaseConnection, QueryResult } from "kysely";
import { isLikelyEmpty } from "../sql/likely-empty";
import { rowWidth } from "../sql/rows-query";
import { endThread } from "./end-thread.server";
import { packRows } from "./packed-rows.mjs";
import type { OpenOptions } from "./statements.mjs";

interface Answer {
  id: number;
  rows?: unknown[];
  changes?: number;
  error?: { message: string; code?: string };
}

interface Asked {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

interface Statement {
  sql: string;
  /** Those of many rows as one text, where that holds them. */
  parameters: readonly unknown[] | string;
  width?: number | undefined;
  /** Was taken for one that finds and changes nothing. */
  guessed?: boolean;
}

/** The thread undid nothing: whoever began the transaction does, and runs it again without guessing. */
export const isGuessedWrong = (error: unknown): boolean =>
  (error as { code?: string }).code === "GUESSED_WRONG";

/**
 * A connection that lives in a thread. What nobody waits for, such as rows to be inserted, runs there while the main
 * thread goes on, and fails with the next statement that is waited for: each way back costs a turn of the event loop.
 */
export class ThreadConnection implements DatabaseConnection {
  /** Whether queries that are likely to be empty are taken to be, and proven so with the next one that is waited for. */
  guesses = false;
  readonly #worker: Worker;
  readonly #asked = new Map<number, Asked>();
  #last = 0;
  /** What is to run before the next statement. */
  #before: Statement[] = [];
  #fault: Error | undefined;

  constructor(file: string, sourceRoot: string, options: OpenOptions) {
    const script = path.join(sourceRoot, "db/dialects/sqlite/connection-thread.mjs");
    // What crosses lives for a moment: a small nursery is collected often and never grows.
    const resourceLimits = { maxYoungGenerationSizeMb: 12 };
    this.#worker = new Worker(script, { workerData: { file, options }, resourceLimits });
    this.#worker.unref();
    this.#worker.on("message", (answer: Answer) => this.#take(answer));
    this.#worker.on("error", (error: Error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("The database's thread has ended.")));
  }

  /** The thread is gone; another connection is needed. */
  get isBroken(): boolean {
    return this.#fault !== undefined;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { sql, parameters } = query;
    const width = rowWidth(query);
    if (width !== undefined) {
      this.#send({ sql, parameters: packRows(parameters, width) ?? parameters, width });
      return { rows: [] };
    }
    if (this.guesses && isLikelyEmpty(query)) {
      this.#send({ sql, parameters, guessed: true });
      return { rows: [], numAffectedRows: 0n };
    }
    const { rows, changes } = await this.#ask({ sql, parameters });
    if (rows) return { rows: rows as R[] };
    return { rows: [], numAffectedRows: BigInt(changes ?? 0) };
  }

  /** Runs `sql` before the next statement. */
  defer(sql: string): void {
    this.#before.push({ sql, parameters: [] });
  }

  /** Ends a transaction whatever became of its statements; what was not sent yet is forgotten. */
  async rollback(): Promise<void> {
    this.#before = [];
    await this.#ask({ sql: "rollback", parameters: [] }, true);
  }

  // biome-ignore lint/correctness/useYield: the thread answers whole pages; callers page by key
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("A thread's connection is paged by key instead of streamed.");
  }

  async close(): Promise<void> {
    await endThread(this.#worker);
  }

  #withBefore(statement: Statement): Statement[] {
    const statements = [...this.#before, statement];
    this.#before = [];
    return statements;
  }

  #send(statement: Statement): void {
    this.#worker.postMessage({ statements: this.#withBefore(statement) });
  }

  /** `forgets` what failed before it, unasked. */
  #ask(statement: Statement, forgets = false): Promise<Answer> {
    if (this.#fault) return Promise.reject(this.#fault);
    const statements = this.#withBefore(statement);
    return new Promise((resolve, reject) => {
      // The process stays for what is asked, and for nothing else.
      if (this.#asked.size === 0) this.#worker.ref();
      this.#last += 1;
      this.#asked.set(this.#last, { resolve, reject });
      this.#worker.postMessage({ id: this.#last, statements, forgets });
    });
  }

  #take(answer: Answer): void {
    const asked = this.#asked.get(answer.id);
    this.#asked.delete(answer.id);
    if (this.#asked.size === 0) this.#worker.unref();
    if (answer.error) asked?.reject(Object.assign(new Error(answer.error.message), answer.error));
    else asked?.resolve(answer);
  }

  #fail(error: Error): void {
    this.#fault ??= error;
    for (const { reject } of this.#asked.values()) reject(error);
    this.#asked.clear();
  }
}
