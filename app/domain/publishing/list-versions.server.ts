import type { Deps } from "../deps";
import type { VersionSummary } from "./publication";
import { selectVersions } from "./publication-queries.server";

/** What was public and when, newest first. */
export const listVersions = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  pageId: string,
  limit = 50,
): Promise<VersionSummary[]> => selectVersions(deps.db, workspaceId, pageId, limit);
