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

export function createWriteTurn(): WriteTurn {
  let isTaken = false;
  const waiting: (() => void)[] = [];
  return {
    take() {
      if (isTaken) return new Promise((resolve) => waiting.push(resolve));
      isTaken = true;
      return Promise.resolve();
    },
    pass() {
      const next = waiting.shift();
      if (next) next();
      else isTaken = false;
    },
  };
}
