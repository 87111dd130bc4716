import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { readInput } from "../pages/check-page-change.server";
import { copyPageAsVariant } from "../pages/copy-page-as-variant.server";
import { getPageSummary } from "../pages/get-page.server";
import { type Experiment, type ExperimentSetup, evenWeights, experimentSetup } from "./experiment";
import { insertExperiment, insertVariant, selectExperiments } from "./experiment-queries.server";
import { getExperiment } from "./get-experiment.server";

/** Sets an experiment up, as a draft: the page as champion and one copy of it to change. */
export async function createExperiment(
  deps: Pick<Deps, "db" | "transact" | "ids" | "clock">,
  actor: Actor,
  input: { workspaceId: string; pageId: string } & ExperimentSetup,
): Promise<Experiment> {
  const { workspaceId, pageId } = input;
  const setup = readInput(experimentSetup, input);
  const id = deps.ids.next();
  const now = deps.clock.now();
  return deps.transact(async (tx) => {
    const page = await getPageSummary(deps, workspaceId, pageId, tx);
    if (page.state === "removed" || page.variantOf) {
      throw new DomainError("conflict", "page_not_varied", "Only a page of its own can have variants.");
    }
    const [open] = await selectExperiments(tx, workspaceId, {
      pageId,
      states: ["draft", "running"],
      limit: 1,
    });
    if (open) {
      throw new DomainError(
        "conflict",
        "experiment_open",
        `"${open.name}" has not ended. A page has one experiment at a time.`,
      );
    }
    const copy = await copyPageAsVariant(deps, tx, actor, { workspaceId, pageId, fromPageId: pageId });
    await insertExperiment(tx, {
      workspace_id: workspaceId,
      id,
      page_id: pageId,
      name: setup.name,
      mode: setup.mode,
      state: "draft",
      baseline_rate: Math.round(setup.baseline * 100),
      minimum_effect: Math.round(setup.effect),
      planned_visitors: 0,
      started_at: null,
      ended_at: null,
      outcome: "",
      promoted_variant_id: "",
      concluded_at: null,
      conclusion: "",
      created_by: actorId(actor),
      created_at: now,
      updated_at: now,
    });
    const [first = 50, second = 50] = evenWeights(2);
    const both = [
      { page_id: pageId, name: "As it is", role: "champion", weight: first },
      { page_id: copy.id, name: "Variant B", role: "challenger", weight: second },
    ];
    for (const [position, variant] of both.entries()) {
      await insertVariant(tx, {
        ...variant,
        workspace_id: workspaceId,
        experiment_id: id,
        id: deps.ids.next(),
        state: "active",
        position,
        created_at: now,
      });
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "experiment:create",
      targetKind: "experiment",
      targetId: id,
      detail: { pageId, name: setup.name, mode: setup.mode },
    });
    return getExperiment(deps, workspaceId, id, tx);
  });
}
