import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { PeriodReport, ShownArm } from "~/domain/analytics/report-experiment.server";
import { ResultCards } from "./result-cards";

const arm = (name: string, more: Partial<ShownArm> = {}): ShownArm => ({
  ...{ variantId: name, name, isChampion: name === "As it is", weight: 50 },
  ...{ visitors: 735, conversions: 82, leads: 83, rate: 0.1116, interval: { low: 0.0908, high: 0.1364 } },
  ...more,
});
const period = (more: Partial<PeriodReport> = {}): PeriodReport => ({
  ...{ verdict: "waiting", arms: [arm("As it is"), arm("Variant B")], bestVariantId: "" },
  ...{ ratio: { chiSquare: 0, p: 1, state: "fine" }, days: 8, fewest: 735 },
  ...{ period: 1, changes: ["Started"], startedAt: 0, endedAt: undefined, concludedAt: undefined },
  ...more,
});
const shown = (one: PeriodReport, mode: "fixed" | "sequential", isRounded = false) =>
  renderToStaticMarkup(
    <ResultCards
      periods={[one]}
      isRounded={isRounded}
      isCounting={false}
      plan={{ mode, plannedVisitors: 8158 }}
      zone="Europe/London"
      mayPromote={false}
    />,
  );

describe("the result of an experiment", () => {
  it("tells only visitors before a fixed horizon is reached", () => {
    const before = shown(period(), "fixed");
    expect(before).toContain("Each variant needs 8,158 visitors");
    expect(before).toContain("Visitors so far");
    for (const told of ["11.16", "9.08", "Conversions"]) expect(before).not.toContain(told);
    expect(shown(period({ verdict: "same", concludedAt: 9 }), "fixed")).toContain("11.16 %");
    expect(shown(period(), "sequential")).toContain("11.16 %");
  });

  it("shows what came of one that was ended too early, and that it proves nothing", () => {
    const over = shown(period({ endedAt: 9 }), "fixed");
    expect(over).toContain("Ended without a result");
    expect(over).not.toContain("Not ready");
    expect(over).toContain("11.16 %");
  });

  it("asks to stop one whose visitors were divided wrongly only while it runs", () => {
    const ratio = { chiSquare: 48, p: 0, state: "block" as const };
    expect(shown(period({ verdict: "blocked", ratio }), "sequential")).toContain("Stop the experiment");
    const over = shown(period({ verdict: "blocked", ratio, endedAt: 9 }), "sequential");
    expect(over).toContain("cannot be used");
    expect(over).not.toContain("Stop the experiment");
  });

  it("says no share where nobody came, or too few for one", () => {
    const nobody = arm("Variant B", {
      visitors: 0,
      conversions: 0,
      leads: 0,
      rate: undefined,
      interval: undefined,
    });
    const html = shown(period({ verdict: "early", arms: [arm("As it is"), nobody] }), "sequential", true);
    expect(html).toContain("rounded to tens");
    expect(html).not.toContain("0.00 %");
    expect(html.match(/, between /g)).toHaveLength(1);
  });
});
