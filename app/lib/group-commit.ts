/**
 * Requests that arrive together share one commit, and each is answered only after its own item is durable.
 * The next batch gathers while one is written.
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
  /**
   * Writes a batch in one transaction and answers each item, in order: a result or the error of that item.
   * May call `written` once only the disk is waited for: the next batch is then taken, with all that came until then.
   */
  flush(items: Item[], written: () => void): Promise<(Result | Error)[]>;
  maxBatch: number;
  maxPending: number;
  /** Batches that are being written at the same time; those that only wait for the disk do not count. */
  maxFlushes?: number;
  /** Items with the same key are never in two batches that are written at the same time. */
  keyOf?(item: Item): string;
  /** Waits at most this long for more before a batch that is not full. */
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
  const { maxBatch, maxPending, maxFlushes = 1, keyOf, gatherMs } = options;
  let queue: Waiting<Item, Result>[] = [];
  let flushes = 0;
  let begins = false;
  let full: (() => void) | undefined;
  let inFlight = 0;
  const keysInFlight = new Set<string>();
  let idle: (() => void)[] = [];

  /** Takes the next batch off the queue; leaves items whose key is being written. */
  function takeBatch(): Waiting<Item, Result>[] {
    if (!keyOf || keysInFlight.size === 0) {
      const batch = queue.slice(0, maxBatch);
      queue = queue.slice(batch.length);
      return batch;
    }
    const batch: Waiting<Item, Result>[] = [];
    queue = queue.filter((waiting) => {
      if (batch.length === maxBatch || keysInFlight.has(keyOf(waiting.item))) return true;
      batch.push(waiting);
      return false;
    });
    return batch;
  }

  /** Until a batch is full, or the time for it is over. */
  const gathered = (ms: number) =>
    new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        full = undefined;
        resolve();
      };
      const timer = setTimeout(end, ms);
      full = end;
    });

  async function write(batch: readonly Waiting<Item, Result>[], written: () => void): Promise<void> {
    try {
      const results = await options.flush(
        batch.map((waiting) => waiting.item),
        written,
      );
      for (let index = 0; index < batch.length; index += 1) {
        const result = results[index];
        if (result instanceof Error) batch[index]?.reject(result);
        else batch[index]?.resolve(result as Result);
      }
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
    }
  }

  async function run(): Promise<void> {
    flushes += 1;
    let isWriting = true;
    const written = () => {
      if (!isWriting) return;
      isWriting = false;
      flushes -= 1;
      begin();
    };
    if (gatherMs && queue.length < maxBatch) await gathered(gatherMs);
    const batch = takeBatch();
    const keys = keyOf ? batch.map(({ item }) => keyOf(item)) : [];
    for (const key of keys) keysInFlight.add(key);
    inFlight += batch.length;
    if (batch.length > 0) await write(batch, written);
    inFlight -= batch.length;
    for (const key of keys) keysInFlight.delete(key);
    // Nothing could be taken: what waits has a key that is being written, and is taken when that ends.
    if (batch.length === 0) {
      flushes -= 1;
      return;
    }
    written();
    begin();
    if (queue.length + inFlight > 0) return;
    for (const wake of idle) wake();
    idle = [];
  }

  function begin(): void {
    begins = false;
    if (queue.length > 0 && flushes < maxFlushes) void run();
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        if (queue.length + inFlight >= maxPending) {
          reject(new QueueFullError());
          return;
        }
        queue.push({ item, resolve, reject });
        if (queue.length >= maxBatch) full?.();
        if (begins || flushes >= maxFlushes) return;
        begins = true;
        setImmediate(begin);
      }),
    get pending() {
      return queue.length + inFlight;
    },
    drain: () =>
      queue.length + inFlight > 0 ? new Promise((resolve) => idle.push(resolve)) : Promise.resolve(),
  };
}
