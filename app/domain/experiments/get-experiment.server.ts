import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { Edition, Experiment } from "./experiment";
import {
  selectCountedPages,
  selectEditions,
  selectExperiment,
  selectExperimentOfVariantPage,
  selectExperiments,
  selectRunningEverywhere,
} from "./experiment-queries.server";

/** Inside a transaction give it as `db`. */
export async function getExperiment(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  experimentId: string,
  db: Executor = deps.db,
): Promise<Experiment> {
  const experiment = await selectExperiment(db, workspaceId, experimentId);
  if (!experiment) {
    throw new DomainError("not_found", "experiment_not_found", "There is no such experiment.");
  }
  return experiment;
}

/** The experiment that visitors of a page take part in. */
export const findRunningExperiment = async (
  db: Executor,
  workspaceId: string,
  pageId: string,
): Promise<Experiment | undefined> =>
  (await selectExperiments(db, workspaceId, { pageId, states: ["running"], limit: 1 }))[0];

/** Newest first; of one page where it is named. */
export const listExperiments = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  pageId?: string,
): Promise<Experiment[]> => selectExperiments(deps.db, workspaceId, { pageId, limit: 200 });

/** Of all workspaces, for the work that counts them. */
export const listRunningExperiments = (deps: Pick<Deps, "db">): Promise<Experiment[]> =>
  selectRunningEverywhere(deps.db);

/** When the count of a page's running experiment began, by page. */
export const listCountedPages = (db: Executor, workspaceId: string): Promise<Map<string, number>> =>
  selectCountedPages(db, workspaceId);

export const listEditions = (db: Executor, workspaceId: string, experimentId: string): Promise<Edition[]> =>
  selectEditions(db, workspaceId, experimentId);

/** Versions whose figures are told only once: those of a running fixed horizon, until its counts are fixed. */
export async function listUntoldVersions(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  experiments: readonly Experiment[],
): Promise<Set<string>> {
  const running = experiments.find(({ mode, state }) => state === "running" && mode === "fixed");
  if (!running) return new Set();
  const editions = await listEditions(deps.db, workspaceId, running.id);
  const period = editions.at(-1)?.period;
  if (running.conclusions.some((one) => one.period === period)) return new Set();
  const current = editions.filter((edition) => edition.period === period);
  return new Set(current.flatMap(({ allocation }) => allocation.map(({ versionId }) => versionId)));
}

export const findExperimentOfVariantPage = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  pageId: string,
): Promise<string | undefined> => selectExperimentOfVariantPage(deps.db, workspaceId, pageId);
