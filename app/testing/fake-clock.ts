import type { Clock } from "~/lib/clock";

export interface FakeClock extends Clock {
  advance(ms: number): void;
  set(ms: number): void;
}

/** Starts at 2026-11-23 09:00 UTC and moves only when told. */
export function createFakeClock(start = Date.UTC(2026, 10, 23, 9)): FakeClock {
  let time = start;
  return {
    now: () => time,
    advance(ms) {
      time += ms;
    },
    set(ms) {
      time = ms;
    },
  };
}
