import type { Executor } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { readInput } from "../pages/check-page-change.server";
import {
  type ArmCount,
  activeVariants,
  type Experiment,
  type ExperimentSetup,
  experimentSetup,
  plannedVisitors,
} from "./experiment";
import { changeExperiment, changeVariant } from "./experiment-queries.server";
import { getExperiment } from "./get-experiment.server";

type NeededDeps = Pick<Deps, "db" | "ids" | "clock">;
interface Of {
  workspaceId: string;
  experimentId: string;
}

const conflict = (code: string, message: string) => new DomainError("conflict", code, message);

async function change(
  deps: NeededDeps,
  tx: Executor,
  experiment: Experiment,
  changes: Parameters<typeof changeExperiment>[4],
): Promise<void> {
  const at = { ...changes, updated_at: deps.clock.now() };
  if (await changeExperiment(tx, experiment.workspaceId, experiment.id, experiment.state, at)) return;
  throw conflict("experiment_changed", "Someone else changed this experiment in the meantime. Look again.");
}

const audit = (
  deps: NeededDeps,
  tx: Executor,
  actor: Actor,
  of: Of,
  action: string,
  detail: Record<string, unknown> = {},
) =>
  recordAudit(deps, tx, {
    workspaceId: of.workspaceId,
    actor,
    action: `experiment:${action}`,
    targetKind: "experiment",
    targetId: of.experimentId,
    detail,
  });

/** How it is judged can be changed before it runs, its name at any time. */
export const updateExperiment = (
  deps: NeededDeps & Pick<Deps, "transact">,
  actor: Actor,
  input: Of & ExperimentSetup,
): Promise<Experiment> =>
  deps.transact(async (tx) => {
    const experiment = await getExperiment(deps, input.workspaceId, input.experimentId, tx);
    const setup = readInput(experimentSetup, input);
    if (experiment.state === "ended") throw conflict("experiment_ended", "This experiment has ended.");
    const rates = {
      mode: setup.mode,
      baseline_rate: Math.round(setup.baseline * 100),
      minimum_effect: Math.round(setup.effect),
    };
    const draft = experiment.state === "draft";
    await change(deps, tx, experiment, { name: setup.name, ...(draft ? rates : {}) });
    await audit(deps, tx, actor, input, "change", { name: setup.name, ...(draft ? rates : {}) });
    return getExperiment(deps, input.workspaceId, input.experimentId, tx);
  });

/** From draft to running, with the number of visitors fixed that each variant needs. Call in the transaction that publishes. */
export async function markExperimentRunning(deps: NeededDeps, tx: Executor, actor: Actor, of: Of) {
  const experiment = await getExperiment(deps, of.workspaceId, of.experimentId, tx);
  if (experiment.state !== "draft")
    throw conflict("experiment_started", "This experiment was started before.");
  const active = activeVariants(experiment);
  const divided = active.filter(({ weight }) => weight > 0);
  if (divided.length < 2) {
    throw conflict("experiment_needs_two", "At least two variants need a weight above 0.");
  }
  const planned = plannedVisitors(experiment, active.length - 1);
  const now = deps.clock.now();
  await change(deps, tx, experiment, { state: "running", started_at: now, planned_visitors: planned });
  await audit(deps, tx, actor, of, "start", { planned });
  return experiment;
}

/** Ends it. With `promoted` that variant becomes the page; the old champion's copy stays as an archived variant. */
export async function markExperimentEnded(
  deps: NeededDeps,
  tx: Executor,
  actor: Actor,
  of: Of,
  promoted?: { variantId: string; oldChampionPageId: string },
): Promise<void> {
  const experiment = await getExperiment(deps, of.workspaceId, of.experimentId, tx);
  if (experiment.state !== "running")
    throw conflict("experiment_not_running", "This experiment is not running.");
  const now = deps.clock.now();
  await change(deps, tx, experiment, {
    state: "ended",
    ended_at: now,
    outcome: promoted ? "promoted" : "kept",
    promoted_variant_id: promoted?.variantId ?? "",
  });
  const champion = experiment.variants.find(({ role }) => role === "champion");
  if (promoted && champion) {
    await changeVariant(tx, of.workspaceId, of.experimentId, champion.id, {
      page_id: promoted.oldChampionPageId,
      role: "challenger",
      state: "archived",
    });
    await changeVariant(tx, of.workspaceId, of.experimentId, promoted.variantId, {
      page_id: experiment.pageId,
      role: "champion",
    });
  }
  await audit(deps, tx, actor, of, promoted ? "promote" : "stop", promoted && { ...promoted });
}

/** Fixes the counts of a period that has its visitors; later visitors change the result no more. */
export async function concludeExperiment(
  deps: Pick<Deps, "db" | "clock" | "transact">,
  experiment: Experiment,
  period: number,
  counts: readonly ArmCount[],
): Promise<void> {
  const now = deps.clock.now();
  await deps.transact(async (tx) => {
    const { conclusions } = await getExperiment(deps, experiment.workspaceId, experiment.id, tx);
    if (conclusions.some((one) => one.period === period)) return;
    await changeExperiment(tx, experiment.workspaceId, experiment.id, "running", {
      concluded_at: now,
      conclusion: JSON.stringify([...conclusions, { period, at: now, counts }]),
      updated_at: now,
    });
  });
}
