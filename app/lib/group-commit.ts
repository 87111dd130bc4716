/**
 * Requests that arrive together share one commit, and each is answered only after its own item is durable.
 * One flush runs at a time; the next batch gathers meanwhile.
 */
export interface GroupCommit<Item, Result> {
  /** Resolves after the item's batch is committed; rejects with what the flush said of this item. */
  add(item: Item): Promise<Result>;
  /** Items waiting or being written. */
  readonly pending: number;
  /** Resolves when nothing is waiting. */
  drain(): Promise<void>;
}

/** The queue is full: nothing was stored, trying later makes sense. */
export class QueueFullError extends Error {
  constructor() {
    super("Too much is waiting to be stored.");
    this.name = "QueueFullError";
  }
}

export interface GroupCommitOptions<Item, Result> {
  /** Writes a batch in one transaction and answers each item, in order: a result or the error of that item. */
  flush(items: Item[]): Promise<(Result | Error)[]>;
  maxBatch: number;
  maxPending: number;
  /** Waits this long for more before a batch that is not full. */
  gatherMs?: number;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

export function createGroupCommit<Item, Result>(
  options: GroupCommitOptions<Item, Result>,
): GroupCommit<Item, Result> {
  let queue: Waiting<Item, Result>[] = [];
  let flushing = false;
  let inFlight = 0;
  let idle: (() => void)[] = [];

  async function run(): Promise<void> {
    flushing = true;
    while (queue.length > 0) {
      if (options.gatherMs && queue.length < options.maxBatch) {
        await new Promise((resolve) => setTimeout(resolve, options.gatherMs));
      }
      const batch = queue.slice(0, options.maxBatch);
      queue = queue.slice(batch.length);
      inFlight = batch.length;
      try {
        const results = await options.flush(batch.map((waiting) => waiting.item));
        batch.forEach((waiting, index) => {
          const result = results[index];
          if (result instanceof Error) waiting.reject(result);
          else waiting.resolve(result as Result);
        });
      } catch (error) {
        for (const waiting of batch) waiting.reject(error);
      }
      inFlight = 0;
    }
    flushing = false;
    for (const wake of idle) wake();
    idle = [];
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        if (queue.length + inFlight >= options.maxPending) {
          reject(new QueueFullError());
          return;
        }
        queue.push({ item, resolve, reject });
        if (!flushing) {
          flushing = true;
          setImmediate(() => void run());
        }
      }),
    get pending() {
      return queue.length + inFlight;
    },
    drain: () => (flushing ? new Promise((resolve) => idle.push(resolve)) : Promise.resolve()),
  };
}
