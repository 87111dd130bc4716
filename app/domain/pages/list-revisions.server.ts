import type { Deps } from "../deps";
import { keptRevisions, type PageRevision } from "./page";
import { selectRevisions } from "./page-revision-queries.server";

/** The saved documents that can be brought back, newest first. */
export const listRevisions = (deps: Deps, workspaceId: string, pageId: string): Promise<PageRevision[]> =>
  selectRevisions(deps.db, workspaceId, pageId, keptRevisions);
