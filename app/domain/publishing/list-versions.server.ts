import type { Deps } from "../deps";
import type { VersionSummary } from "./publication";
import { selectVersions } from "./publication-queries.server";
import { selectVersionFacts } from "./version-queries.server";

/** What was public and when, newest first. */
export const listVersions = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  pageId: string,
  limit = 50,
): Promise<VersionSummary[]> => selectVersions(deps.db, workspaceId, pageId, limit);

export type VersionFacts = Awaited<ReturnType<typeof selectVersionFacts>>[number];

/** Versions of any pages by their ids: what somebody saw who acted on them. */
export const findVersions = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  ids: readonly string[],
): Promise<VersionFacts[]> => selectVersionFacts(deps.db, workspaceId, ids);
