import type { Deps } from "../deps";
import { selectRedirects } from "./redirect-queries.server";
import type { SiteRedirect } from "./site-redirect";

/** By path. */
export const listRedirects = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  siteId: string,
): Promise<SiteRedirect[]> => selectRedirects(deps.db, workspaceId, siteId);
