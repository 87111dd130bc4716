import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { Site, SiteHost } from "./site";
import {
  selectCustomHosts,
  selectHost,
  selectSite,
  selectSiteBySlug,
  selectSites,
} from "./site-queries.server";

export const findSiteById = (deps: Deps, workspaceId: string, id: string): Promise<Site | undefined> =>
  selectSite(deps.db, workspaceId, id);

export async function getSite(db: Executor, workspaceId: string, id: string): Promise<Site> {
  const site = await selectSite(db, workspaceId, id);
  if (!site) throw new DomainError("not_found", "site_not_found", "There is no such site.");
  return site;
}

export const findSiteBySlug = (deps: Deps, workspaceId: string, slug: string): Promise<Site | undefined> =>
  selectSiteBySlug(deps.db, workspaceId, slug);

export const listSites = (deps: Deps, workspaceId: string): Promise<Site[]> =>
  selectSites(deps.db, workspaceId);

/** What a host serves: a site slug, or a verified host name of a customer's own. */
export const findSiteByHost = (deps: Pick<Deps, "db">, host: string): Promise<SiteHost | undefined> =>
  selectHost(deps.db, host);

const hostsAtOnce = 5000;

/** Every custom host that is served on this instance. */
export async function listCustomHosts(deps: Pick<Deps, "db">): Promise<string[]> {
  const hosts: string[] = [];
  for (;;) {
    const found = await selectCustomHosts(deps.db, hosts.at(-1) ?? "", hostsAtOnce);
    hosts.push(...found);
    if (found.length < hostsAtOnce) return hosts;
  }
}
