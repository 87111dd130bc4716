import type { Worker } from "node:worker_threads";

const patienceMs = 10_000;

/**
 * Lets a thread with a database end by itself, after what it was sent. Ending one from outside while it is within SQLite
 * aborts the whole process: the binding throws where nothing catches.
 */
export async function endThread(worker: Worker): Promise<void> {
  if (worker.threadId === -1) return;
  const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  worker.ref();
  worker.postMessage({ ends: true });
  const late = setTimeout(() => void worker.terminate(), patienceMs);
  await ended;
  clearTimeout(late);
}
