import { describe, expect, it } from "vitest";
import { compareProportions } from "./proportion";
import { alwaysValidInterval, alwaysValidP } from "./sequential-test";

function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const experiments = 800;
const visitors = 8000;
const lookEvery = 100;

/** Looks again and again, from 200 visitors a side on, and stops at the first success: how often that happens. */
function shareStopped(
  rates: [number, number],
  isSuccess: (a: number, b: number, n: number) => boolean,
): number {
  const random = seededRandom(20261128);
  let stopped = 0;
  for (let experiment = 0; experiment < experiments; experiment += 1) {
    let [a, b] = [0, 0];
    for (let n = 1; n <= visitors; n += 1) {
      if (random() < rates[0]) a += 1;
      if (random() < rates[1]) b += 1;
      if (n >= 200 && n % lookEvery === 0 && isSuccess(a, b, n)) {
        stopped += 1;
        break;
      }
    }
  }
  return stopped / experiments;
}

const sides = (a: number, b: number, n: number) =>
  [
    { hits: a, of: n },
    { hits: b, of: n },
  ] as const;
const fixed = (a: number, b: number, n: number) => compareProportions(...sides(a, b, n)).p < 0.05;
const sequential = (a: number, b: number, n: number) => alwaysValidP(...sides(a, b, n), 0.02) < 0.05;

describe("looking at a test before its end", () => {
  it("makes a fixed-horizon test cry wolf", () => {
    expect(shareStopped([0.1, 0.1], fixed)).toBeGreaterThan(0.2);
  });

  it("leaves the sequential test below its five percent", () => {
    expect(shareStopped([0.1, 0.1], sequential)).toBeLessThan(0.05);
    expect(
      shareStopped([0.03, 0.03], (a, b, n) => alwaysValidP(...sides(a, b, n), 0.006) < 0.05),
    ).toBeLessThan(0.05);
  });

  it("lets the sequential test find a difference that is there", () => {
    expect(shareStopped([0.1, 0.13], sequential)).toBeGreaterThan(0.8);
  });
});

describe("the always-valid interval", () => {
  it("leaves zero out exactly when the chance falls below its level", () => {
    const random = seededRandom(7);
    for (let time = 0; time < 500; time += 1) {
      const of = 200 + Math.floor(random() * 20_000);
      const a = { hits: Math.floor(of * random() * 0.2), of };
      const b = { hits: Math.floor(of * random() * 0.2), of: Math.floor(of * (0.2 + random())) };
      if (b.hits > b.of) continue;
      const { low, high } = alwaysValidInterval(a, b, 0.01);
      expect(low > 0 || high < 0).toBe(alwaysValidP(a, b, 0.01) < 0.05);
    }
  });

  it("is wider than one for a single look, and knows nothing of nobody", () => {
    expect(alwaysValidP({ hits: 100, of: 1000 }, { hits: 130, of: 1000 }, 0.02)).toBeGreaterThan(0.03549);
    expect(alwaysValidP({ hits: 0, of: 0 }, { hits: 1, of: 2 }, 0.02)).toBe(1);
    expect(alwaysValidInterval({ hits: 0, of: 0 }, { hits: 1, of: 2 }, 0.02)).toEqual({ low: -1, high: 1 });
    expect(alwaysValidP({ hits: 1, of: 9 }, { hits: 1, of: 2 }, 0)).toBe(1);
  });
});
