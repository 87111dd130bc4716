import type { Db, Tx } from "../../schema/executor";
import { isRetryable } from "./errors";

/** Runs work in one transaction; repeats the whole of it when the database asks to. */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

const tries = 8;

export function createTransact(db: Db): Transact {
  return async (work) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await db.transaction().execute(work);
      } catch (error) {
        if (attempt >= tries || !isRetryable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, attempt * 10 + Math.random() * 20));
      }
    }
  };
}
