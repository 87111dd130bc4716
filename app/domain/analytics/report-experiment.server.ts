import { type Interval, rateOf, wilsonInterval } from "~/lib/proportion";
import type { Deps } from "../deps";
import { concludeExperiment } from "../experiments/change-experiment.server";
import type { Edition, Experiment } from "../experiments/experiment";
import { getExperiment, listEditions, listRunningExperiments } from "../experiments/get-experiment.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { countByVersion } from "./count-by-version.server";
import {
  type Arm,
  type GivenArm,
  isHorizonReached,
  type Judgement,
  judgeExperiment,
} from "./judge-experiment";
import { leastForRate, toTens } from "./round-report";

/** A variant as it may be shown: without a share where too few have seen it. */
export interface ShownArm extends Omit<Arm, "rate" | "interval"> {
  rate: number | undefined;
  interval: Interval | undefined;
}

interface Period extends Judgement {
  period: number;
  changes: readonly string[];
  startedAt: number;
  endedAt: number | undefined;
  /** Counts were fixed then. */
  concludedAt: number | undefined;
}

/** Editions that differ in nothing visitors see, and what they brought together. */
export interface PeriodReport extends Omit<Period, "arms"> {
  arms: ShownArm[];
}

export interface ExperimentReport {
  experiment: Experiment;
  /** The latest first. */
  periods: PeriodReport[];
  /** Counts are rounded to tens: a setting of the workspace. What is proven is told by the exact ones. */
  isRounded: boolean;
  /** More came in a moment ago than is counted here. */
  isCounting: boolean;
}

type NeededDeps = Pick<Deps, "db" | "reader" | "clock">;

/** What each period of an experiment brought, as far as it may be told. */
export async function reportExperiment(
  deps: NeededDeps,
  workspaceId: string,
  experimentId: string,
): Promise<ExperimentReport> {
  const experiment = await getExperiment(deps, workspaceId, experimentId);
  const isRounded = (await getWorkspace(deps.db, workspaceId)).reportFigures === "rounded";
  const read = await readPeriods(deps, experiment);
  const periods = read.periods.map((period) => ({
    ...period,
    fewest: isRounded ? toTens(period.fewest) : period.fewest,
    arms: period.arms.map((arm) => showArm(arm, isRounded)),
  }));
  return { experiment, periods, isRounded, isCounting: !read.isComplete };
}

function showArm(arm: Arm, isRounded: boolean): ShownArm {
  const shown = (count: number) => (isRounded ? toTens(count) : count);
  const [visitors, conversions, leads] = [shown(arm.visitors), shown(arm.conversions), shown(arm.leads)];
  const counted = { hits: Math.min(visitors, conversions), of: visitors };
  const isEnough = visitors >= (isRounded ? leastForRate : 1);
  return {
    ...{ ...arm, visitors, conversions, leads },
    rate: isEnough ? rateOf(counted) : undefined,
    interval: isEnough ? wilsonInterval(counted) : undefined,
  };
}

async function readPeriods(
  deps: NeededDeps,
  experiment: Experiment,
  whole = false,
): Promise<{ periods: Period[]; isComplete: boolean }> {
  const { workspaceId, pageId, id, startedAt } = experiment;
  const editions = await listEditions(deps.reader, workspaceId, id);
  if (startedAt === undefined || editions.length === 0) return { periods: [], isComplete: true };
  const now = deps.clock.now();
  const span = { from: startedAt, to: (experiment.endedAt ?? now) + 1, whole };
  const { counts, isComplete } = await countByVersion(deps, workspaceId, pageId, span);
  const numbers = [...new Set(editions.map(({ period }) => period))];
  const periods = numbers.map((period, index) => {
    const own = editions.filter((edition) => edition.period === period);
    const next = editions.find((edition) => edition.period === numbers[index + 1]);
    const conclusion = experiment.conclusions.find((one) => one.period === period);
    const startsAt = own[0]?.publishedAt ?? startedAt;
    const endedAt = next?.publishedAt ?? experiment.endedAt;
    const arms = armsOf(experiment, own).map((arm) => {
      const versions = own.flatMap(({ allocation }) =>
        allocation.filter(({ variantId }) => variantId === arm.variantId).map(({ versionId }) => versionId),
      );
      const sum = (count: (versionId: string) => number | undefined) =>
        versions.reduce((total, versionId) => total + (count(versionId) ?? 0), 0);
      const fixed = conclusion?.counts.find(({ variantId }) => variantId === arm.variantId);
      return {
        ...arm,
        visitors: fixed?.visitors ?? sum((versionId) => counts.get(versionId)?.visitors),
        conversions: fixed?.conversions ?? sum((versionId) => counts.get(versionId)?.conversions),
        leads: sum((versionId) => counts.get(versionId)?.leads),
      };
    });
    const judged = judgeExperiment(experiment, arms, {
      startedAt: startsAt,
      now: endedAt ?? now,
      isConcluded: conclusion !== undefined,
    });
    const changes = own[0]?.changes ?? [];
    return { ...judged, period, changes, startedAt: startsAt, endedAt, concludedAt: conclusion?.at };
  });
  return { periods: periods.reverse(), isComplete };
}

/** The variants of a period, as they were weighed then. */
function armsOf(experiment: Experiment, editions: readonly Edition[]): GivenArm[] {
  const last = editions.at(-1)?.allocation ?? [];
  const promoted = experiment.outcome === "promoted" ? experiment.promotedVariantId : "";
  return last.map(({ variantId, weight }, index) => ({
    variantId,
    weight,
    // The champion is listed first in every allocation, whatever became of it later.
    isChampion: index === 0,
    name: `${experiment.variants.find(({ id }) => id === variantId)?.name ?? "A variant"}${promoted === variantId ? " (promoted)" : ""}`,
    visitors: 0,
    conversions: 0,
    leads: 0,
  }));
}

/** Fixes the counts of fixed horizons that were reached, so that looking later changes nothing. */
export async function concludeExperiments(deps: NeededDeps & Pick<Deps, "transact">): Promise<void> {
  for (const experiment of await listRunningExperiments(deps)) {
    if (experiment.mode !== "fixed") continue;
    const {
      periods: [current],
      isComplete,
    } = await readPeriods(deps, experiment, true);
    if (!isComplete || !current || current.concludedAt !== undefined) continue;
    const when = { startedAt: current.startedAt, now: deps.clock.now() };
    if (!isHorizonReached(experiment, current, when)) continue;
    const counts = current.arms.map(({ variantId, visitors, conversions }) => ({
      variantId,
      visitors,
      conversions,
    }));
    await concludeExperiment(deps, experiment, current.period, counts);
  }
}
