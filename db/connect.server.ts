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

export interface ConnectOptions {
  /** A server may use the same embedded database: writing leaves it half of the time, and waits for it longer. */
  isGuest?: boolean;
  /** How long writing waits while another program has the file locked: visitors are told soon, a command has time. */
  patienceMs?: number;
}

/**
 * Opens a database: `sqlite:FILE` or `mysql://user:password@host:port/name`.
 * `sourceRoot` is the folder that holds `db/`; threads are loaded from it.
 */
export function connect(
  url: string,
  sourceRoot: string,
  { isGuest = false, patienceMs = isGuest ? 60_000 : 2000 }: ConnectOptions = {},
): Connections {
  if (url.startsWith("sqlite:")) {
    const file = path.resolve(url.slice("sqlite:".length));
    mkdirSync(path.dirname(file), { recursive: true });
    const turn = createWriteTurn({ rests: isGuest, patienceMs });
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
