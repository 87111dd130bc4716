import { close, fdatasync, fstat, open } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";

export interface WalSync {
  /** Resolves when the disk has every commit that was in the log when this was called. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

const looksEvery = 32;
const longLogBytes = 4 * 1024 * 1024;

/**
 * With `synchronous=full` a commit holds up its thread until the disk has it. Batches are written to the log with
 * `synchronous=normal`, and one fdatasync of the log covers all commits before it, while the next batch is written.
 * Checkpoints sync the log before they touch the database, so the order of what is durable stays the order of commits.
 */
export function createWalSync(file: string, sourceRoot: string): WalSync {
  let log: number | undefined;
  let checkpoints: Worker | undefined;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let syncs = 0;

  async function syncNow(): Promise<void> {
    log ??= await promisify(open)(`${file}-wal`, "r+");
    await promisify(fdatasync)(log);
    syncs += 1;
    if (!checkpoints && syncs % looksEvery === 0 && (await promisify(fstat)(log)).size > longLogBytes)
      keepLogShort();
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

  /** Who writes little needs no thread. */
  function keepLogShort(): void {
    const script = path.join(sourceRoot, "db/dialects/sqlite/checkpoint-thread.mjs");
    // Its handle of the database outlives it: closing one would end the locks that this process has on the file.
    checkpoints = new Worker(script, { workerData: { file }, trackUnmanagedFds: false });
    checkpoints.unref();
    // Without it commits shorten the log themselves.
    checkpoints.on("error", () => undefined);
  }

  return {
    sync,
    async close() {
      await checkpoints?.terminate();
      await next?.catch(() => undefined);
      await running?.catch(() => undefined);
      if (log !== undefined) await promisify(close)(log);
      log = undefined;
    },
  };
}
