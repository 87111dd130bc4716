import { close, fdatasync, open, stat } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import { endThread } from "./end-thread.server";

export interface WalSync {
  /** Resolves when the disk has every commit that was in the log when this was called. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

const looksEvery = 32;
const longLogBytes = 4 * 1024 * 1024;

/** One alone has the next commit wait for the rest of its own time too; more share what the disk gives. */
const mostAtOnce = 2;

/**
 * With `synchronous=full` a commit holds up its thread until the disk has it. Batches are written to the log with
 * `synchronous=normal`, and one fdatasync of the log covers all commits before it, while the next batch is written.
 * Checkpoints sync the log before they touch the database, so the order of what is durable stays the order of commits.
 */
export function createWalSync(
  file: string,
  sourceRoot: string,
  syncFile: (handle: number) => Promise<void> = promisify(fdatasync),
): WalSync {
  /** A handle for each sync under way: the system tells of a failed write once on each, and not again. */
  const logs: number[] = [];
  const running = new Set<Promise<void>>();
  let checkpoints: Worker | undefined;
  let next: Promise<void> | undefined;
  let lost: Error | undefined;
  let syncs = 0;

  async function syncNow(): Promise<void> {
    if (lost) throw lost;
    const log = logs.pop() ?? (await promisify(open)(`${file}-wal`, "r+"));
    try {
      await syncFile(log);
    } catch (error) {
      // What was to be written may be gone while the system takes it for written: a later success would say nothing.
      lost ??= error as Error;
      throw error;
    } finally {
      logs.push(log);
    }
    syncs += 1;
    if (
      !checkpoints &&
      syncs % looksEvery === 0 &&
      (await promisify(stat)(`${file}-wal`)).size > longLogBytes
    )
      keepLogShort();
  }

  /** A sync that began earlier may miss what was written since: who comes while others are under way shares the next one. */
  function sync(): Promise<void> {
    if (running.size < mostAtOnce) {
      const own: Promise<void> = syncNow().finally(() => running.delete(own));
      running.add(own);
      return own;
    }
    next ??= Promise.race(running)
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
      if (checkpoints) await endThread(checkpoints);
      await next?.catch(() => undefined);
      await Promise.allSettled(running);
      for (const log of logs.splice(0)) await promisify(close)(log);
    },
  };
}
