/** A short queue between making messages and handing them over: bounded, so that memory stays flat. */
export interface ReadyQueue<Item> {
  push(item: Item): void;
  /** Takes one if there is one. */
  take(): Item | undefined;
  /** Resolves when there may be something to take, or after the queue was woken. */
  filled(): Promise<void>;
  /** Resolves when there is room again, or after the queue was woken. */
  roomy(): Promise<void>;
  wake(): void;
  readonly size: number;
}

export function createReadyQueue<Item>(capacity: number): ReadyQueue<Item> {
  const items: Item[] = [];
  let takers: (() => void)[] = [];
  let makers: (() => void)[] = [];
  const wakeTakers = () => {
    const all = takers;
    takers = [];
    for (const wake of all) wake();
  };
  const wakeMakers = () => {
    const all = makers;
    makers = [];
    for (const wake of all) wake();
  };
  return {
    push(item) {
      items.push(item);
      wakeTakers();
    },
    take() {
      const item = items.shift();
      if (items.length <= capacity / 2) wakeMakers();
      return item;
    },
    filled: () => (items.length > 0 ? Promise.resolve() : new Promise((resolve) => takers.push(resolve))),
    roomy: () =>
      items.length < capacity ? Promise.resolve() : new Promise((resolve) => makers.push(resolve)),
    wake() {
      wakeTakers();
      wakeMakers();
    },
    get size() {
      return items.length;
    },
  };
}
