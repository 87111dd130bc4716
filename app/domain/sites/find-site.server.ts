import type { Deps } from "../deps";
import type { Site, SiteHost } from "./site";
import { selectHost, selectSite, selectSiteBySlug, selectSites } from "./site-queries.server";

export const findSiteById = (deps: Deps, workspaceId: string, id: string): Promise<Site | undefined> =>
  selectSite(deps.db, workspaceId, id);

export const findSiteBySlug = (deps: Deps, workspaceId: string, slug: string): Promise<Site | undefined> =>
  selectSiteBySlug(deps.db, workspaceId, slug);

export const listSites = (deps: Deps, workspaceId: string): Promise<Site[]> =>
  selectSites(deps.db, workspaceId);

/** What a host serves: a site slug, or a verified host name of a customer's own. */
export const findSiteByHost = (deps: Deps, host: string): Promise<SiteHost | undefined> =>
  selectHost(deps.db, host);
