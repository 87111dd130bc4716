import { expect, test } from "vitest";
import { noFigures } from "~/domain/analytics/figures";
import { awaitsLengths, reportStats } from "./report-words";

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
