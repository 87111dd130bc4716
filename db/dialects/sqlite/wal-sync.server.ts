import { type FileHandle, open } from "node:fs/promises";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { CompiledQuery } from "kysely";
import type { Db, Tx } from "../../schema/executor";

export interface WalSync {
  /** Commits without waiting for the disk, then waits for it while others go on. Durable when it resolves. */
  transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * With `synchronous=full` a commit holds up the whole process until the disk has it. Here a commit is written to the
 * log with `synchronous=normal`, and one fdatasync of the log, outside the main thread, covers all commits before it.
 * Checkpoints sync the log before they touch the database, so the order of what is durable stays the order of commits.
 */
export function createWalSync(file: string, sourceRoot: string): WalSync {
  let log: FileHandle | undefined;
  let checkpoints: Worker | undefined;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  async function syncNow(): Promise<void> {
    log ??= await open(`${file}-wal`, "r+");
    await log.datasync();
  }

  /** A sync that began earlier may miss what was written since: who comes meanwhile shares the next one. */
  function sync(): Promise<void> {
    if (!running) {
      running = syncNow().finally(() => {
        running = undefined;
      });
      return running;
    }
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return sync();
      });
    return next;
  }

  /** Who writes no batches needs no thread. */
  function keepLogShort(): void {
    if (checkpoints) return;
    const script = path.join(sourceRoot, "db/dialects/sqlite/checkpoint-thread.mjs");
    checkpoints = new Worker(script, { workerData: { file } });
    checkpoints.unref();
    // Without it commits shorten the log themselves.
    checkpoints.on("error", () => undefined);
  }

  return {
    async transact(db, work) {
      keepLogShort();
      const result = await db.connection().execute(async (connection) => {
        await connection.executeQuery(CompiledQuery.raw("pragma synchronous=normal"));
        try {
          return await connection.transaction().execute(work);
        } finally {
          await connection.executeQuery(CompiledQuery.raw("pragma synchronous=full"));
        }
      });
      await sync();
      return result;
    },
    async close() {
      await checkpoints?.terminate();
      await next?.catch(() => undefined);
      await running?.catch(() => undefined);
      await log?.close();
      log = undefined;
    },
  };
}
