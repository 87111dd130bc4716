/**
 * Whose turn it is to write. An embedded database has one writer at a time; two connections of one process take turns
 * here, where waiting holds nobody up, instead of at the file, where it would hold up a whole thread.
 */
export interface WriteTurn {
  /** Resolves when it is the caller's turn, in the order of asking. */
  take(): Promise<void>;
  /** Ends the turn; only who has it may do so. */
  pass(): void;
}

export interface WriteTurnOptions {
  /**
   * Rests after each turn as long as the turn took. Another process cannot ask for its turn here: it looks whether the file is
   * free, and would find that too seldom while one transaction follows the other.
   */
  rests?: boolean;
}

export function createWriteTurn({ rests = false }: WriteTurnOptions = {}): WriteTurn {
  let isTaken = false;
  let takenAt = 0;
  const waiting: (() => void)[] = [];
  const begin = () => {
    takenAt = performance.now();
  };
  const next = () => {
    const first = waiting.shift();
    if (first) first();
    else isTaken = false;
  };
  return {
    take() {
      if (isTaken) return new Promise<void>((resolve) => waiting.push(resolve)).then(begin);
      isTaken = true;
      begin();
      return Promise.resolve();
    },
    pass() {
      if (rests) setTimeout(next, performance.now() - takenAt);
      else next();
    },
  };
}
