import { describe, expect, it, test } from "vitest";
import { holmAdjusted } from "./holm";
import { chiSquareAbove, normalBelow, normalQuantile, twoSidedP } from "./normal-distribution";
import { compareProportions, differenceInterval, wilsonInterval } from "./proportion";
import { checkRatio } from "./sample-ratio";
import { sampleSizePerArm } from "./sample-size";

describe("the normal distribution", () => {
  test.each([
    [0, 0.5],
    [1.959963985, 0.975],
    [-1.644853627, 0.05],
    [4, 0.9999683287581669],
    [-6, 9.865876450376981e-10],
  ])("below %d has the share %d", (z, share) => expect(normalBelow(z)).toBeCloseTo(share, 10));

  it("is undone by its quantile", () => {
    for (const share of [1e-6, 0.025, 0.3, 0.5, 0.8, 0.999]) {
      expect(normalBelow(normalQuantile(share))).toBeCloseTo(share, 12);
    }
    expect(() => normalQuantile(0)).toThrow(RangeError);
    expect(() => normalQuantile(Number.NaN)).toThrow(RangeError);
  });

  it("gives a chi-square of one degree the same chance as its square", () => {
    for (const z of [0.1, 1, 2.1, 3.3, 5]) expect(chiSquareAbove(z * z, 1)).toBeCloseTo(twoSidedP(z), 10);
    expect(chiSquareAbove(7.814728, 3)).toBeCloseTo(0.05, 6);
    expect(chiSquareAbove(-1, 2)).toBe(1);
  });
});

describe("shares", () => {
  it("are compared: 100 of 1,000 against 130 of 1,000", () => {
    const { z, p } = compareProportions({ hits: 100, of: 1000 }, { hits: 130, of: 1000 });
    expect(z).toBeCloseTo(2.1027, 4);
    expect(p).toBeCloseTo(0.03549, 5);
  });

  it("that nobody or everybody has are no different", () => {
    expect(compareProportions({ hits: 0, of: 50 }, { hits: 0, of: 70 })).toEqual({ z: 0, p: 1 });
    expect(compareProportions({ hits: 0, of: 0 }, { hits: 3, of: 10 })).toEqual({ z: 0, p: 1 });
  });

  it("have Wilson's interval", () => {
    const usual = wilsonInterval({ hits: 100, of: 1000 });
    expect(usual.low * 100).toBeCloseTo(8.29, 2);
    expect(usual.high * 100).toBeCloseTo(12.02, 2);
    const none = wilsonInterval({ hits: 0, of: 50 });
    expect(none.low).toBe(0);
    expect(none.high * 100).toBeCloseTo(7.13, 2);
    expect(wilsonInterval({ hits: 0, of: 0 })).toEqual({ low: 0, high: 1 });
    expect(wilsonInterval({ hits: 5, of: 5 }).high).toBe(1);
  });

  it("differ by an interval that holds the difference and turns with the sides", () => {
    const [a, b] = [
      { hits: 100, of: 1000 },
      { hits: 130, of: 1000 },
    ];
    const there = differenceInterval(a, b);
    const back = differenceInterval(b, a);
    expect(there.low).toBeGreaterThan(0);
    expect(there.low).toBeLessThan(0.03);
    expect(there.high).toBeGreaterThan(0.03);
    expect(back.low).toBeCloseTo(-there.high, 12);
    // Newcombe (1998), table II: 56/70 against 48/80.
    const known = differenceInterval({ hits: 48, of: 80 }, { hits: 56, of: 70 });
    expect(known.low).toBeCloseTo(0.0524, 4);
    expect(known.high).toBeCloseTo(0.3339, 4);
  });
});

test.each([
  [0.05, 0.06, 8158],
  [0.1, 0.12, 3841],
  [0.03, 0.036, 13914],
])("from %d to %d takes %d visitors on each side", (from, to, n) =>
  expect(sampleSizePerArm(from, to)).toBe(n),
);

test.each([
  [0, 0.1],
  [0.1, 0.1],
  [0.5, 1],
  [Number.NaN, 0.2],
])("from %d to %d there is no size", (from, to) =>
  expect(() => sampleSizePerArm(from, to)).toThrow(RangeError),
);

describe("the ratio of visitors", () => {
  it("is told from chance", () => {
    const halves = (a: number, b: number) =>
      checkRatio([
        { count: a, weight: 50 },
        { count: b, weight: 50 },
      ]);
    expect(halves(5000, 5300).chiSquare).toBeCloseTo(8.738, 3);
    expect(halves(5000, 5300).p).toBeCloseTo(0.0031, 4);
    expect(halves(5000, 5150).p).toBeCloseTo(0.137, 3);
    expect(halves(0, 0).p).toBe(1);
  });

  it("leaves out sides that get nobody new", () => {
    const sides = [
      { count: 900, weight: 90 },
      { count: 100, weight: 10 },
    ];
    expect(checkRatio(sides)).toEqual({ chiSquare: 0, p: 1 });
    expect(checkRatio([...sides, { count: 500, weight: 0 }])).toEqual({ chiSquare: 0, p: 1 });
  });
});

test("several questions at once make each answer weaker, after Holm", () => {
  const adjusted = holmAdjusted([0.01, 0.04, 0.03]);
  expect(adjusted[0]).toBeCloseTo(0.03, 12);
  expect(adjusted[1]).toBeCloseTo(0.06, 12);
  expect(adjusted[2]).toBeCloseTo(0.06, 12);
  expect(holmAdjusted([0.2])).toEqual([0.2]);
  expect(holmAdjusted([])).toEqual([]);
  expect(holmAdjusted([0.9, 0.8])).toEqual([1, 1]);
});
