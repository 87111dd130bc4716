import { holmAdjusted } from "~/lib/holm";
import {
  type Counted,
  compareProportions,
  differenceInterval,
  type Interval,
  rateOf,
  wilsonInterval,
} from "~/lib/proportion";
import { checkRatio, type RatioCheck } from "~/lib/sample-ratio";
import { alwaysValidInterval, alwaysValidP } from "~/lib/sequential-test";
import { type ArmCount, type Experiment, experimentAlpha, shortestMs } from "../experiments/experiment";

export interface Arm extends ArmCount {
  name: string;
  isChampion: boolean;
  /** Of a hundred new visitors; 0 gets nobody new. */
  weight: number;
  leads: number;
  rate: number;
  interval: Interval;
  /** Compared with the champion, once that may be looked at. */
  against?: Interval & { difference: number; p: number; isDifferent: boolean };
}

/**
 * blocked: visitors were not divided as they should be. early: the first week is not over. waiting: a fixed horizon
 * without its visitors. open: sequential, nothing proven yet. same: the horizon was reached without a difference.
 */
export type Verdict = "none" | "blocked" | "early" | "waiting" | "open" | "same" | "better" | "worse";

export interface Judgement {
  verdict: Verdict;
  arms: Arm[];
  ratio: RatioCheck & { state: "fine" | "warn" | "block" };
  /** The challenger that is proven better, by the largest difference. */
  bestVariantId: string;
  /** Whole days of the period, and visitors of the variant that has fewest. */
  days: number;
  fewest: number;
}

export interface GivenArm extends ArmCount {
  name: string;
  isChampion: boolean;
  weight: number;
  leads: number;
}

const leastVisitors = 200;

/** What may be said of these counts, and nothing more: no difference is told before its time. */
export function judgeExperiment(
  plan: Pick<Experiment, "mode" | "baseline" | "effect" | "plannedVisitors">,
  given: readonly GivenArm[],
  { startedAt, now, isConcluded = false }: { startedAt: number; now: number; isConcluded?: boolean },
): Judgement {
  const arms = given.map((arm): Arm => {
    const counted = countedOf(arm);
    return { ...arm, conversions: counted.hits, rate: rateOf(counted), interval: wilsonInterval(counted) };
  });
  const check = checkRatio(arms.map(({ visitors, weight }) => ({ count: visitors, weight })));
  const state = check.p < 0.001 ? "block" : check.p < 0.01 ? "warn" : "fine";
  const weighed = arms.filter(({ weight, isChampion }) => weight > 0 || isChampion);
  const fewest = weighed.length > 0 ? Math.min(...weighed.map(({ visitors }) => visitors)) : 0;
  const judged: Judgement = {
    verdict: "none",
    arms,
    ratio: { ...check, state },
    bestVariantId: "",
    days: Math.floor((now - startedAt) / 86_400_000),
    fewest,
  };
  const champion = arms.find(({ isChampion }) => isChampion);
  if (!champion || arms.length < 2) return judged;
  if (state === "block") return { ...judged, verdict: "blocked" };
  const isEarly = now - startedAt < shortestMs;
  if (plan.mode === "fixed") {
    if (fewest < plan.plannedVisitors) return { ...judged, verdict: isEarly ? "early" : "waiting" };
    if (isEarly || !isConcluded) return { ...judged, verdict: isEarly ? "early" : "waiting" };
  }
  // Where nobody saw one of them there is nothing to compare.
  if (fewest === 0) return { ...judged, verdict: isEarly ? "early" : "open" };
  const challengers = arms.filter(({ isChampion }) => !isChampion);
  compare(plan, champion, challengers);
  if (plan.mode === "sequential" && (isEarly || fewest < leastVisitors)) {
    for (const { against } of challengers) if (against) against.isDifferent = false;
    return { ...judged, verdict: isEarly ? "early" : "open" };
  }
  return { ...judged, ...verdictOf(challengers, plan.mode) };
}

const countedOf = ({ visitors, conversions }: ArmCount): Counted => ({
  hits: Math.min(visitors, conversions),
  of: visitors,
});

function compare(
  { mode, baseline, effect }: Pick<Experiment, "mode" | "baseline" | "effect">,
  champion: Arm,
  challengers: readonly Arm[],
): void {
  const tau = baseline * effect;
  // Each interval is as wide as all of them together need.
  const confidence = 1 - experimentAlpha / Math.max(1, challengers.length);
  const base = countedOf(champion);
  const found = challengers.map((arm) => {
    const own = countedOf(arm);
    return mode === "fixed"
      ? { p: compareProportions(base, own).p, interval: differenceInterval(base, own, confidence) }
      : { p: alwaysValidP(base, own, tau), interval: alwaysValidInterval(base, own, tau, confidence) };
  });
  const adjusted = holmAdjusted(found.map(({ p }) => p));
  challengers.forEach((arm, index) => {
    const p = adjusted[index] ?? 1;
    const interval = found[index]?.interval ?? { low: -1, high: 1 };
    arm.against = { ...interval, difference: arm.rate - champion.rate, p, isDifferent: p < experimentAlpha };
  });
}

function verdictOf(
  challengers: readonly Arm[],
  mode: Experiment["mode"],
): Pick<Judgement, "verdict" | "bestVariantId"> {
  const different = challengers.filter(({ against }) => against?.isDifferent);
  const better = different
    .filter(({ against }) => (against?.difference ?? 0) > 0)
    .sort((a, b) => (b.against?.difference ?? 0) - (a.against?.difference ?? 0));
  if (better[0]) return { verdict: "better", bestVariantId: better[0].variantId };
  if (different.length === challengers.length) return { verdict: "worse", bestVariantId: "" };
  return { verdict: mode === "fixed" ? "same" : "open", bestVariantId: "" };
}

const weekMs = 7 * 86_400_000;
/** So long after the end of a week its counts are still those of whole weeks. */
const weekEndMs = 6 * 3_600_000;

/** Whether a fixed horizon has its visitors at the end of a whole week, so that its counts can be fixed. */
export function isHorizonReached(
  plan: Pick<Experiment, "mode" | "plannedVisitors">,
  { fewest, ratio }: Pick<Judgement, "fewest" | "ratio">,
  { startedAt, now }: { startedAt: number; now: number },
): boolean {
  return (
    plan.mode === "fixed" &&
    ratio.state !== "block" &&
    now - startedAt >= shortestMs &&
    (now - startedAt) % weekMs < weekEndMs &&
    plan.plannedVisitors > 0 &&
    fewest >= plan.plannedVisitors
  );
}
