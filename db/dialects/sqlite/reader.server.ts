import type { Driver } from "kysely";
import type { Db } from "../../schema/executor";
import { databaseOver } from "./sqlite-database.server";
import { ThreadConnection } from "./thread-connection.server";

class ReaderDriver implements Driver {
  #connection: ThreadConnection | undefined;
  constructor(
    readonly file: string,
    readonly sourceRoot: string,
  ) {}

  async init() {}
  async acquireConnection() {
    if (!this.#connection || this.#connection.isBroken)
      this.#connection = new ThreadConnection(this.file, this.sourceRoot, { readOnly: true });
    return this.#connection;
  }
  async beginTransaction() {
    throw new Error("The reader does not write.");
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {
    await this.#connection?.close();
    this.#connection = undefined;
  }
}

/** A read-only connection in a thread of its own. */
export const openSqliteReader = (file: string, sourceRoot: string): Db =>
  databaseOver(new ReaderDriver(file, sourceRoot));
