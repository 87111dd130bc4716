import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";

/** A step holds the turn to write of an embedded database for some tens of milliseconds; forms wait that long. */
const rowsAtOnce = 200;

export interface StepPage {
  /** What the step before said it came to; empty at first. */
  after: string;
  limit: number;
}

/**
 * Long work in steps, each a transaction of its own beside which everything else goes on, until one did fewer rows than it
 * might have. The number of rows done.
 */
export async function inSteps(
  deps: Pick<Deps, "transact">,
  step: (tx: Executor, page: StepPage) => Promise<{ done: number; last?: string }>,
): Promise<number> {
  for (let total = 0, after = ""; ; ) {
    const page = { after, limit: rowsAtOnce };
    const { done, last = after } = await deps.transact((tx) => step(tx, page), { isBatch: true });
    after = last;
    total += done;
    if (done < rowsAtOnce) return total;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
