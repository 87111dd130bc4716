import { setTimeout as wait } from "node:timers/promises";
import { DatabaseLockedError, isFileLocked } from "../sql/errors";

/** One after the other, in the order of asking. */
export interface Turn {
  /** Resolves when it is the caller's turn. */
  take(): Promise<void>;
  /** Ends the turn; only who has it may do so. */
  pass(): void;
}

/**
 * Whose turn it is to write. An embedded database has one writer at a time; two connections of one process take turns
 * here, where waiting holds nobody up, instead of at the file, where it would hold up a whole thread.
 */
export interface WriteTurn extends Turn {
  /**
   * Does what locks the file, again and again while another program has it locked. Once it was locked for as long as
   * anybody waits, all who come try once, until one of them gets it. Only who has the turn may do so.
   */
  lockFile<T>(lock: () => T | Promise<T>): Promise<T>;
  /** The file was found locked, elsewhere than in `lockFile`. */
  foundLocked(): void;
  /** It was found locked, and nobody got it since. */
  readonly isFileLocked: boolean;
}

export interface WriteTurnOptions {
  /**
   * Rests after each turn as long as the turn took. Another process cannot ask for its turn here: it looks whether the file is
   * free, and would find that too seldom while one transaction follows the other.
   */
  rests?: boolean;
  /** How long a lock of another program is waited for. */
  patienceMs?: number;
}

const triesEveryMs = 5;

/** `afterwards` lets the next one have its turn, now or later. */
export function createTurn(afterwards: (next: () => void) => void = (next) => next()): Turn {
  let isTaken = false;
  const waiting: (() => void)[] = [];
  const next = () => {
    const first = waiting.shift();
    if (first) first();
    else isTaken = false;
  };
  return {
    take() {
      if (isTaken) return new Promise((resolve) => waiting.push(resolve));
      isTaken = true;
      return Promise.resolve();
    },
    pass: () => afterwards(next),
  };
}

export function createWriteTurn({ rests = false, patienceMs = 2000 }: WriteTurnOptions = {}): WriteTurn {
  let takenAt = 0;
  let locked: { since: number; seen: number } | undefined;
  const begin = () => {
    takenAt = performance.now();
  };
  const turn = createTurn((next) => {
    if (rests) setTimeout(next, performance.now() - takenAt);
    else next();
  });

  function foundLocked(): number {
    const now = performance.now();
    // Where nobody tried for a while this may be another lock.
    if (!locked || now - locked.seen > patienceMs) locked = { since: now, seen: now };
    locked.seen = now;
    return now - locked.since;
  }

  async function lockFile<T>(lock: () => T | Promise<T>): Promise<T> {
    for (;;) {
      // What was waited for the file is no part of the turn.
      begin();
      try {
        const result = await lock();
        locked = undefined;
        return result;
      } catch (error) {
        if (!isFileLocked(error)) {
          locked = undefined;
          throw error;
        }
        if (foundLocked() >= patienceMs) throw new DatabaseLockedError();
      }
      await wait(triesEveryMs);
    }
  }

  return {
    take: () => turn.take().then(begin),
    pass: turn.pass,
    lockFile,
    foundLocked,
    get isFileLocked() {
      return locked !== undefined;
    },
  };
}
