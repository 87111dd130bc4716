import { expect, test } from "vitest";
import { noFigures } from "~/domain/analytics/figures";
import { roundFigures } from "~/domain/analytics/round-report";
import { awaitsLengths, foldRows, reportStats, shareName } from "./report-words";

const figures = { ...noFigures, views: 2023, visitors: 2022, leads: 332, durationMs: 294_000 };
const point = { ...figures, start: 0 };
const report = (more: object) => ({
  ...{ totals: figures, before: noFigures, isRounded: false, unit: "hour" as const, points: [point] },
  ...more,
});
const visit = (more: object) =>
  reportStats(report(more)).find(({ label }) => label === "Average visit")?.value;

test("the length of an average visit is not told of a day whose lengths are still to come", () => {
  expect(visit({ grownUntil: 9 })).toBe("–");
  expect(visit({ grownUntil: 9, unit: "day" })).toBe("–");
  expect(visit({})).toBe("0 s");
  expect(visit({ grownUntil: 9, unit: "day", points: Array.from({ length: 30 }, () => point) })).toBe("0 s");
  expect(awaitsLengths(report({ grownUntil: 9 }))).toBe(true);
});

test("rounded, an average visit is told in tens of seconds, and of too few views not at all", () => {
  const visitOf = (changes: object) =>
    visit({ totals: roundFigures({ ...figures, ...changes }), isRounded: true });
  expect(visitOf({ views: 12, durationMs: 12 * 83_217 })).toBe("1 min 20 s");
  expect(visitOf({ views: 12, durationMs: 12 * 83_217 + 15_000 })).toBe("1 min 20 s");
  expect(visitOf({ views: 9, durationMs: 9 * 83_217 })).toBe("–");
});

test("shares are named as people write them", () => {
  expect(shareName("device", "desktop")).toBe("Desktop");
  expect(shareName("device", "")).toBe("Unknown");
  expect(shareName("language", "de")).toBe("German");
  expect(shareName("place", "US-CA")).toBe("United States, CA");
});

test("of a long list the first rows are shown at once, and none is left out", () => {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => at);
  expect(foldRows(rows(12))).toEqual([rows(12), []]);
  const [shown, rest] = foldRows(rows(41));
  expect(shown).toEqual(rows(10));
  expect([...shown, ...rest]).toEqual(rows(41));
});
