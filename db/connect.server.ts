import { mkdirSync } from "node:fs";
import path from "node:path";
import { openMysql } from "./dialects/mysql/pool.server";
import { createTransact, type Transact } from "./dialects/sql/transact";
import { openBatchWriter } from "./dialects/sqlite/batch-writer.server";
import { openSqliteReader } from "./dialects/sqlite/reader.server";
import { createWalSync } from "./dialects/sqlite/wal-sync.server";
import { createWriteTurn } from "./dialects/sqlite/write-turn";
import { openSqliteWriter } from "./dialects/sqlite/writer.server";
import type { Db } from "./schema/executor";

export interface Connections {
  kind: "embedded" | "server";
  /** Writes and point reads. */
  db: Db;
  /** Exports, reports, counts; never holds up `db`. */
  reader: Db;
  transact: Transact;
  close(): Promise<void>;
}

/**
 * Opens a database: `sqlite:FILE` or `mysql://user:password@host:port/name`.
 * `sourceRoot` is the folder that holds `db/`; threads are loaded from it.
 * `isGuest`: a server may use the same file; writing leaves it half of the time.
 */
export function connect(url: string, sourceRoot: string, { isGuest = false } = {}): Connections {
  if (url.startsWith("sqlite:")) {
    const file = path.resolve(url.slice("sqlite:".length));
    mkdirSync(path.dirname(file), { recursive: true });
    const turn = createWriteTurn({ rests: isGuest });
    const db = openSqliteWriter(file, turn);
    const batches = openBatchWriter(file, sourceRoot, turn);
    const reader = openSqliteReader(file, sourceRoot);
    const walSync = createWalSync(file, sourceRoot);
    const transact = createTransact(db, async (work, onWritten) => {
      const result = await batches.run(work);
      onWritten?.();
      await walSync.sync();
      return result;
    });
    const close = async () => {
      await reader.destroy();
      await batches.close();
      await walSync.close();
      await db.destroy();
    };
    return { kind: "embedded", db, reader, transact, close };
  }
  const db = openMysql(url);
  return { kind: "server", db, reader: db, transact: createTransact(db), close: () => db.destroy() };
}
