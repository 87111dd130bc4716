import path from "node:path";
import { Worker } from "node:worker_threads";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Database } from "../../schema/database";
import type { Db } from "../../schema/executor";

interface Answer {
  id: number;
  rows?: unknown[];
  error?: { message: string; code?: string };
}

class ReaderConnection implements DatabaseConnection {
  #waiting = new Map<number, { resolve: (rows: unknown[]) => void; reject: (error: Error) => void }>();
  #next = 0;

  constructor(readonly worker: Worker) {
    worker.on("message", (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if (answer.error) waiting?.reject(Object.assign(new Error(answer.error.message), answer.error));
      else waiting?.resolve(answer.rows ?? []);
    });
    worker.on("error", (error: Error) => {
      for (const waiting of this.#waiting.values()) waiting.reject(error);
      this.#waiting.clear();
    });
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    this.#next += 1;
    const id = this.#next;
    const rows = await new Promise<unknown[]>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, sql: query.sql, parameters: query.parameters });
    });
    return { rows: rows as R[] };
  }

  // biome-ignore lint/correctness/useYield: the reader answers whole pages; callers page by key
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("The reader pages by key instead of streaming.");
  }
}

class ReaderDriver implements Driver {
  #connection: ReaderConnection | undefined;
  constructor(
    readonly file: string,
    readonly sourceRoot: string,
  ) {}

  async init() {}
  async acquireConnection() {
    if (!this.#connection) {
      const script = path.join(this.sourceRoot, "db/dialects/sqlite/reader-thread.mjs");
      const worker = new Worker(script, { workerData: { file: this.file } });
      worker.unref();
      this.#connection = new ReaderConnection(worker);
    }
    return this.#connection;
  }
  async beginTransaction() {
    throw new Error("The reader does not write.");
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {
    await this.#connection?.worker.terminate();
    this.#connection = undefined;
  }
}

/** A read-only connection in a thread of its own. */
export function openSqliteReader(file: string, sourceRoot: string): Db {
  const dialect: Dialect = {
    createDriver: () => new ReaderDriver(file, sourceRoot),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
  return new Kysely<Database>({ dialect });
}
