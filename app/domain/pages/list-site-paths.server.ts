import type { Deps } from "../deps";
import { selectPathsOfSite } from "./page-queries.server";

/** Every address of a site, and whether something is public there. */
export const listSitePaths = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  siteId: string,
): Promise<ReadonlyMap<string, "live" | "draft">> => selectPathsOfSite(deps.db, workspaceId, siteId);
