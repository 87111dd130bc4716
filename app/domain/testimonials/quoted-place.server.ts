import type { Deps } from "../deps";
import { findSiteById, listSites } from "../sites/find-site.server";
import { siteHostName } from "../sites/site-address";
import type { Quotation } from "./testimonial";
import { testimonialWords } from "./testimonial-words";

/** Where the words may stand, as people know it: the host of a site, or of all of them. */
export async function hostOfPlace(
  deps: Deps,
  one: Pick<Quotation, "siteId"> & { workspaceId: string; language: string },
): Promise<string> {
  const site = one.siteId ? await findSiteById(deps, one.workspaceId, one.siteId) : undefined;
  if (site) return siteHostName(deps.urls, site) ?? site.name;
  const sites = await listSites(deps, one.workspaceId);
  const hosts = sites.slice(0, 3).map((each) => siteHostName(deps.urls, each) ?? each.name);
  const { words } = testimonialWords(one.language);
  return sites.length > 3 || hosts.length === 0 ? words.everywhere : hosts.join(", ");
}
