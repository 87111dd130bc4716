import { describe, expect, it } from "vitest";
import { type GivenArm, isHorizonReached, judgeExperiment } from "./judge-experiment";

const day = 86_400_000;
const plan = { mode: "fixed" as const, baseline: 0.1, effect: 0.2, plannedVisitors: 3841 };
const arm = (
  variantId: string,
  visitors: number,
  conversions: number,
  more: Partial<GivenArm> = {},
): GivenArm => ({
  variantId,
  name: variantId,
  isChampion: variantId === "A",
  weight: 50,
  leads: conversions,
  visitors,
  conversions,
  ...more,
});
const later = (days: number, isConcluded = true) => ({ startedAt: 0, now: days * day, isConcluded });

describe("a fixed horizon", () => {
  it("says nothing of a difference before it has its visitors and its week", () => {
    const far = [arm("A", 1000, 50), arm("B", 1000, 300)];
    expect(judgeExperiment(plan, far, later(20)).verdict).toBe("waiting");
    expect(judgeExperiment(plan, far, later(20)).arms.every(({ against }) => against === undefined)).toBe(
      true,
    );
    const enough = [arm("A", 4000, 400), arm("B", 4000, 520)];
    expect(judgeExperiment(plan, enough, later(6.9)).verdict).toBe("early");
    expect(judgeExperiment(plan, enough, later(8, false)).verdict).toBe("waiting");
    expect(judgeExperiment(plan, enough, later(8))).toMatchObject({ verdict: "better", bestVariantId: "B" });
  });

  it("may end without a difference, or with the champion", () => {
    expect(judgeExperiment(plan, [arm("A", 4000, 400), arm("B", 4000, 410)], later(8)).verdict).toBe("same");
    expect(judgeExperiment(plan, [arm("A", 4000, 520), arm("B", 4000, 400)], later(8)).verdict).toBe("worse");
  });

  it("is reached only with visitors on every side, a whole week and a true division", () => {
    const reached = (given: GivenArm[], days: number) => {
      const when = { startedAt: 0, now: days * day };
      return isHorizonReached(plan, judgeExperiment(plan, given, when), when);
    };
    expect(reached([arm("A", 4000, 400), arm("B", 3900, 400)], 7)).toBe(true);
    expect(reached([arm("A", 4000, 400), arm("B", 3900, 400)], 6)).toBe(false);
    for (const [days, isEnd] of [
      [7.2, true],
      [8, false],
      [13.9, false],
      [14, true],
    ] as const)
      expect(reached([arm("A", 4000, 400), arm("B", 3900, 400)], days)).toBe(isEnd);
    expect(reached([arm("A", 4000, 400), arm("B", 3800, 400)], 7)).toBe(false);
    expect(reached([arm("A", 5000, 400), arm("B", 4000, 400)], 7)).toBe(false);
  });
});

describe("a sequential experiment", () => {
  const sequential = { ...plan, mode: "sequential" as const };

  it("shows intervals at any time and no winner in the first week", () => {
    const { verdict, arms } = judgeExperiment(
      sequential,
      [arm("A", 4000, 400), arm("B", 4000, 700)],
      later(3),
    );
    expect(verdict).toBe("early");
    expect(arms[1]?.against).toMatchObject({ isDifferent: false });
    expect(arms[1]?.against?.low).toBeGreaterThan(0);
  });

  it("compares nothing while nobody saw one of them", () => {
    const judged = judgeExperiment(sequential, [arm("A", 4, 1), arm("B", 0, 0)], later(0.1));
    expect(judged.verdict).toBe("early");
    expect(judged.arms.every(({ against }) => against === undefined)).toBe(true);
  });

  it("decides by the always-valid chance", () => {
    const judge = (b: number) =>
      judgeExperiment(sequential, [arm("A", 4000, 400), arm("B", 4000, b)], later(9));
    expect(judge(420).verdict).toBe("open");
    expect(judge(560)).toMatchObject({ verdict: "better", bestVariantId: "B" });
  });
});

describe("any experiment", () => {
  it("is blocked when visitors were not divided as they should be, and warns before that", () => {
    const ratio = (a: number, b: number) =>
      judgeExperiment(plan, [arm("A", a, 9), arm("B", b, 900)], later(9));
    expect(ratio(5000, 5300).ratio.state).toBe("warn");
    expect(ratio(5000, 5400)).toMatchObject({
      verdict: "blocked",
      ratio: { state: "block" },
      bestVariantId: "",
    });
    expect(ratio(5000, 5150).ratio.state).toBe("fine");
  });

  it("asks more of each of several challengers", () => {
    const two = [arm("A", 4000, 400), arm("B", 4000, 457)];
    expect(judgeExperiment(plan, two, later(9)).verdict).toBe("better");
    const four = [...two, arm("C", 4000, 400), arm("D", 4000, 401)];
    expect(judgeExperiment(plan, four, later(9)).verdict).toBe("same");
  });

  it("counts no more conversions than visitors, and stands without anybody", () => {
    const odd = judgeExperiment(plan, [arm("A", 3, 9), arm("B", 0, 1)], later(1));
    expect(odd.arms.map(({ conversions, rate }) => [conversions, rate])).toEqual([
      [3, 1],
      [0, 0],
    ]);
    expect(judgeExperiment(plan, [], later(1)).verdict).toBe("none");
  });
});
