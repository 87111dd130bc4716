import type { Executor } from "~db/schema/executor";
import { type Actor, actorId } from "../actor";
import type { Deps } from "../deps";
import {
  type Allocation,
  activeVariants,
  type Edition,
  type Experiment,
  plannedVisitors,
} from "./experiment";
import { changeExperiment, insertEdition, selectEditions } from "./experiment-queries.server";

/** What is different for visitors, in words for people. Empty when nothing is. */
export function editionChanges(
  experiment: Experiment,
  before: Edition | undefined,
  allocation: readonly Allocation[],
): string[] {
  if (!before) return ["Started"];
  const nameOf = (id: string) =>
    experiment.variants.find((variant) => variant.id === id)?.name ?? "A variant";
  const changes: string[] = [];
  for (const { variantId, weight, content } of allocation) {
    const earlier = before.allocation.find((one) => one.variantId === variantId);
    const name = nameOf(variantId);
    if (!earlier) changes.push(`${name} added`);
    else {
      if (earlier.weight !== weight) changes.push(`Weight of ${name}: ${earlier.weight} to ${weight}`);
      if (earlier.content !== content) changes.push(`Content of ${name}`);
    }
  }
  for (const { variantId } of before.allocation) {
    if (!allocation.some((one) => one.variantId === variantId)) changes.push(`${nameOf(variantId)} archived`);
  }
  return changes;
}

/** Notes what visitors are divided among from now on. Any change for visitors begins a period of its own. */
export async function recordEdition(
  deps: Pick<Deps, "clock">,
  tx: Executor,
  actor: Actor,
  input: { experiment: Experiment; allocation: readonly Allocation[] },
): Promise<void> {
  const { experiment, allocation } = input;
  const { workspaceId, id } = experiment;
  const before = (await selectEditions(tx, workspaceId, id)).at(-1);
  const changes = editionChanges(experiment, before, allocation);
  await insertEdition(tx, {
    workspace_id: workspaceId,
    experiment_id: id,
    number: (before?.number ?? 0) + 1,
    period: (before?.period ?? 0) + (changes.length > 0 ? 1 : 0),
    allocation: JSON.stringify(allocation),
    changes: JSON.stringify(changes),
    published_by: actorId(actor),
    published_at: deps.clock.now(),
  });
  if (before && changes.length > 0) {
    const planned_visitors = plannedVisitors(experiment, activeVariants(experiment).length - 1);
    await changeExperiment(tx, workspaceId, id, "running", { planned_visitors });
  }
}
