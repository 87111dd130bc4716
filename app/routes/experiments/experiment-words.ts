import { percent } from "~/components/reports/report-words";
import type { PeriodReport } from "~/domain/analytics/report-experiment.server";
import type { ExperimentMode } from "~/domain/experiments/experiment";

export interface VerdictWords {
  title: string;
  words: string;
  tone: "info" | "good" | "warn" | "bad";
}

export const share = (value: number | undefined) =>
  value === undefined ? "–" : `${(value * 100).toFixed(2)} %`;

/** A difference in percentage points, with its sign. */
export const points = (value: number): string =>
  `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value * 100).toFixed(2)}`;

interface Plan {
  mode: ExperimentMode;
  plannedVisitors: number;
}

/** Before its end a fixed horizon tells how many came, and nothing that could be compared. */
export const isUntold = (period: Pick<PeriodReport, "verdict" | "endedAt">, { mode }: Plan): boolean =>
  mode === "fixed" && period.endedAt === undefined && ["early", "waiting"].includes(period.verdict);

const unfinished: Partial<Record<PeriodReport["verdict"], string>> = {
  early: "It was over before its first week was. Whatever differs may be chance, or the days.",
  waiting: "It was over before every variant had its visitors. Whatever differs may be chance.",
  open: "It was over before anything was proven. Whatever differs may be chance.",
};

/** What may be said, in plain words. */
export function verdictWords(judged: PeriodReport, { mode, plannedVisitors }: Plan): VerdictWords {
  const words = judged.endedAt === undefined ? undefined : unfinished[judged.verdict];
  if (words) return { tone: "info", title: "Ended without a result", words };
  const best = judged.arms.find(({ variantId }) => variantId === judged.bestVariantId);
  switch (judged.verdict) {
    case "blocked":
      return {
        tone: "bad",
        title: "The result cannot be used",
        words: `Visitors were not divided as the weights say (chi-square ${judged.ratio.chiSquare.toFixed(1)}, p below 0.001). Something keeps visitors of one variant from being counted. ${judged.endedAt === undefined ? "Stop the experiment, look for the reason, and start again." : "Look for the reason before you set up another."}`,
      };
    case "early":
      return {
        tone: "info",
        title: "The first week is not over",
        words: "Days of a week differ more than pages do. Nothing is decided before seven days.",
      };
    case "waiting":
      return {
        tone: "info",
        title: "Not ready",
        words:
          judged.fewest >= plannedVisitors && plannedVisitors > 0
            ? "Every variant has its visitors. The counts are fixed when the week of the experiment is over, so that every weekday weighs the same."
            : `Each variant needs ${plannedVisitors.toLocaleString("en")} visitors; the one with fewest has ${judged.fewest.toLocaleString("en")}. Before that, differences are mostly chance, so none is shown.`,
      };
    case "open":
      return {
        tone: "info",
        title: "Nothing is proven yet",
        words: "The intervals still contain zero. You may look as often as you like; the answer stays right.",
      };
    case "same":
      return {
        tone: "info",
        title: "No difference was found",
        words:
          "With the planned number of visitors, a difference as large as the one you looked for would likely have shown. Keep the page that you like better.",
      };
    case "worse":
      return {
        tone: "good",
        title: "The page as it is brings more",
        words: `Every challenger is proven worse.${judged.endedAt === undefined ? " Stop the experiment to show everybody the champion." : ""}`,
      };
    case "better":
      return {
        tone: "good",
        title: `${best?.name ?? "A challenger"} brings more`,
        words: `${percent(best?.rate)} instead of ${percent(judged.arms.find(({ isChampion }) => isChampion)?.rate)}. The true difference lies between ${points(best?.against?.low ?? 0)} and ${points(best?.against?.high ?? 0)} percentage points (${mode === "fixed" ? "95 % interval, fixed horizon" : "always-valid 95 % interval"}).${judged.endedAt === undefined ? " Promote it to make it the page." : ""}`,
      };
    default:
      return { tone: "info", title: "Not started", words: "Edit the variants, then start the experiment." };
  }
}
