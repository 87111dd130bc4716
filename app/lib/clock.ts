/** Time is a dependency: use cases ask the clock, tests turn it. Epoch milliseconds. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
