import type { Db, Tx } from "../../schema/executor";
import { isRetryable } from "./errors";

export interface TransactOptions {
  /** One of many batches: where a commit would hold up the whole process, only this batch waits for the disk. */
  isBatch?: boolean;
  /** Called where a batch is committed and only the disk is still waited for; not called where both are one. */
  onWritten?: () => void;
}

/** Runs work in one transaction; repeats the whole of it when the database asks to. Durable when it resolves. */
export type Transact = <T>(work: (tx: Tx) => Promise<T>, options?: TransactOptions) => Promise<T>;

type Run = <T>(work: (tx: Tx) => Promise<T>, onWritten?: () => void) => Promise<T>;

const tries = 8;

/** `runBatch` is how batches are run, where the database has a way of its own for them. */
export function createTransact(db: Db, runBatch?: Run): Transact {
  const runOne: Run = (work) => db.transaction().execute(work);
  return async (work, { isBatch = false, onWritten } = {}) => {
    const run = isBatch && runBatch ? runBatch : runOne;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await run(work, onWritten);
      } catch (error) {
        if (attempt >= tries || !isRetryable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, attempt * 10 + Math.random() * 20));
      }
    }
  };
}
