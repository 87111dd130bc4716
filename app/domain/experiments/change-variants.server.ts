import type { Executor } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { readInput } from "../pages/check-page-change.server";
import { copyPageAsVariant } from "../pages/copy-page-as-variant.server";
import {
  activeVariants,
  type Experiment,
  evenWeights,
  mostVariants,
  type Variant,
  variantName,
  variantWeights,
} from "./experiment";
import { changeVariant, insertVariant } from "./experiment-queries.server";
import { getExperiment } from "./get-experiment.server";

type NeededDeps = Pick<Deps, "db" | "transact" | "ids" | "clock">;
interface Of {
  workspaceId: string;
  experimentId: string;
}

async function openExperiment(deps: NeededDeps, tx: Executor, of: Of): Promise<Experiment> {
  const experiment = await getExperiment(deps, of.workspaceId, of.experimentId, tx);
  if (experiment.state !== "ended") return experiment;
  throw new DomainError("conflict", "experiment_ended", "This experiment has ended and stays as it was.");
}

function variantOf(experiment: Experiment, variantId: string): Variant {
  const found = experiment.variants.find(({ id }) => id === variantId);
  if (!found) throw new DomainError("not_found", "variant_not_found", "There is no such variant.");
  return found;
}

const audit = (deps: NeededDeps, tx: Executor, actor: Actor, of: Of, detail: Record<string, unknown>) =>
  recordAudit(deps, tx, {
    workspaceId: of.workspaceId,
    actor,
    action: "experiment:change",
    targetKind: "experiment",
    targetId: of.experimentId,
    detail,
  });

/** One more challenger, a copy of any variant. A draft is divided evenly; in a running experiment it waits with weight 0. */
export const addVariant = (deps: NeededDeps, actor: Actor, input: Of & { fromId: string; name: string }) =>
  deps.transact(async (tx): Promise<Variant> => {
    const experiment = await openExperiment(deps, tx, input);
    const name = readInput(variantName, input.name);
    const from = variantOf(experiment, input.fromId);
    const active = activeVariants(experiment);
    if (active.length >= mostVariants) {
      throw new DomainError(
        "limit",
        "too_many_variants",
        `An experiment has at most ${mostVariants} variants.`,
      );
    }
    const { workspaceId, experimentId } = input;
    const { pageId } = experiment;
    const copy = await copyPageAsVariant(deps, tx, actor, { workspaceId, pageId, fromPageId: from.pageId });
    const weights = evenWeights(active.length + 1);
    const isDraft = experiment.state === "draft";
    const id = deps.ids.next();
    await insertVariant(tx, {
      workspace_id: workspaceId,
      experiment_id: experimentId,
      id,
      page_id: copy.id,
      name,
      role: "challenger",
      weight: isDraft ? (weights[active.length] ?? 0) : 0,
      state: "active",
      position: experiment.variants.length,
      created_at: deps.clock.now(),
    });
    if (isDraft) {
      for (const [index, variant] of active.entries()) {
        await changeVariant(tx, workspaceId, experimentId, variant.id, { weight: weights[index] });
      }
    }
    await audit(deps, tx, actor, input, { added: name });
    return variantOf(await getExperiment(deps, workspaceId, experimentId, tx), id);
  });

/** Weights of all active variants, by id. Visitors notice with the next publishing. */
export const setWeights = (
  deps: NeededDeps,
  actor: Actor,
  input: Of & { weights: Record<string, unknown> },
) =>
  deps.transact(async (tx): Promise<void> => {
    const experiment = await openExperiment(deps, tx, input);
    const active = activeVariants(experiment);
    const ids = new Set(active.map(({ id }) => id));
    if (
      Object.keys(input.weights).length !== ids.size ||
      Object.keys(input.weights).some((id) => !ids.has(id))
    ) {
      throw new DomainError("invalid", "weights_incomplete", "Give a weight for each active variant.");
    }
    const parsed = variantWeights.safeParse(input.weights);
    if (!parsed.success) {
      const fields = Object.fromEntries(
        parsed.error.issues.flatMap(({ path, message }) =>
          path[0] ? [[`weight-${String(path[0])}`, message]] : [],
        ),
      );
      const message = parsed.error.issues[0]?.message ?? "These weights cannot be used.";
      throw new DomainError("invalid", "weights_invalid", message, { fields });
    }
    for (const { id } of active) {
      const weight = parsed.data[id];
      await changeVariant(tx, input.workspaceId, input.experimentId, id, { weight });
    }
    await audit(deps, tx, actor, input, { weights: parsed.data });
  });

export const renameVariant = (
  deps: NeededDeps,
  actor: Actor,
  input: Of & { variantId: string; name: string },
) =>
  deps.transact(async (tx): Promise<void> => {
    const variant = variantOf(await openExperiment(deps, tx, input), input.variantId);
    const name = readInput(variantName, input.name);
    await changeVariant(tx, input.workspaceId, input.experimentId, variant.id, { name });
    await audit(deps, tx, actor, input, { renamed: variant.name, to: name });
  });

/** Takes a challenger out; its weight goes to the champion. Its visitors are divided anew with the next publishing. */
export const archiveVariant = (deps: NeededDeps, actor: Actor, input: Of & { variantId: string }) =>
  deps.transact(async (tx): Promise<void> => {
    const experiment = await openExperiment(deps, tx, input);
    const variant = variantOf(experiment, input.variantId);
    if (variant.role === "champion") {
      throw new DomainError(
        "conflict",
        "variant_is_champion",
        "The champion stays as long as the experiment.",
      );
    }
    if (variant.state === "archived") return;
    const { workspaceId, experimentId } = input;
    await changeVariant(tx, workspaceId, experimentId, variant.id, { state: "archived", weight: 0 });
    const champion = experiment.variants.find(({ role }) => role === "champion");
    if (champion) {
      await changeVariant(tx, workspaceId, experimentId, champion.id, {
        weight: champion.weight + variant.weight,
      });
    }
    await audit(deps, tx, actor, input, { archived: variant.name });
  });
