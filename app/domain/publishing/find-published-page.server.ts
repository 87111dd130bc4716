import type { Deps } from "../deps";
import { findRunningExperiment } from "../experiments/get-experiment.server";
import { findPublishedExperiment } from "./find-published-experiment.server";
import type { EdgeChange, PublishedPage } from "./publication";
import {
  selectEdgeChanges,
  selectPublishedPage,
  selectPublishedPath,
  selectPublishedPaths,
} from "./publication-queries.server";

/** What the edge serves; the caches of every process are filled from here. */
export async function findPublishedPage(
  deps: Pick<Deps, "db" | "clock">,
  workspaceId: string,
  siteId: string,
  path: string,
): Promise<PublishedPage | undefined> {
  const page = await selectPublishedPage(deps.db, workspaceId, siteId, { path });
  const running = page && (await findRunningExperiment(deps.db, workspaceId, page.pageId));
  if (!page || !running) return page;
  return { ...page, experiment: await findPublishedExperiment(deps, running, page.pageId) };
}

/** The same page wherever it is served on its site. */
export const findPublishedPageById = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  siteId: string,
  pageId: string,
): Promise<PublishedPage | undefined> => selectPublishedPage(deps.db, workspaceId, siteId, { pageId });

/** Where a site serves a page. */
export const findPublishedPath = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  siteId: string,
  pageId: string,
): Promise<string | undefined> => selectPublishedPath(deps.db, workspaceId, siteId, pageId);

/** Paths of a site with the time of their publication. */
export async function listPublishedPaths(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  siteId: string,
  limit: number,
): Promise<{ path: string; publishedAt: number }[]> {
  const rows = await selectPublishedPaths(deps.db, workspaceId, siteId, limit);
  return rows.map((row) => ({ path: row.path, publishedAt: row.published_at }));
}

/** Public changes since a moment, oldest first. */
export const listEdgeChanges = (
  deps: Pick<Deps, "db">,
  since: number,
  limit: number,
): Promise<EdgeChange[]> => selectEdgeChanges(deps.db, since, limit);
