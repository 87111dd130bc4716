import type { Deps } from "../deps";
import { findSiteByHost } from "./find-site.server";
import type { SiteHost } from "./site";

/** The site behind what a person pasted: the address of a page, a host name, or the name before the first dot. */
export async function findSiteByAddress(deps: Deps, typed: string): Promise<SiteHost | undefined> {
  const text = typed.trim().toLowerCase();
  let url: URL;
  try {
    url = new URL(/^https?:\/\//.test(text) ? text : `http://${text}`);
  } catch {
    return undefined;
  }
  const pagesHost = deps.config.origins.pagesDomain.replace(/:\d+$/, "");
  const slug = url.hostname.endsWith(`.${pagesHost}`)
    ? url.hostname.slice(0, -pagesHost.length - 1)
    : url.hostname;
  return (await findSiteByHost(deps, slug)) ?? (await findSiteByHost(deps, url.hostname));
}
