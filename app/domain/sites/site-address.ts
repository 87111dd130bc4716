import type { Urls } from "~/lib/urls";
import type { Site } from "./site";
import { ownHost } from "./site";

type Named = Pick<Site, "slug" | "primaryDomain">;

/** The public address of a page of a site, on its primary domain where it has one. */
export const pageAddress = (urls: Urls, site: Named, path: string): string =>
  urls.page(site.slug, path, ownHost(site));

/** Whether visitors reach the site where its addresses say. */
export const hasAddress = (site: Pick<Site, "primaryDomain" | "hasSubdomain">): boolean =>
  site.hasSubdomain || ownHost(site) !== undefined;

/** The address of a page as far as it leads there: of a site without one, the path alone. */
export const shownAddress = (urls: Urls, site: Named & Pick<Site, "hasSubdomain">, path: string): string =>
  hasAddress(site) ? pageAddress(urls, site, path) : path;

/** Its host as people read it, with a port where there is one. */
export const siteHostName = (urls: Urls, site: Named & Pick<Site, "hasSubdomain">): string | undefined =>
  hasAddress(site) ? new URL(pageAddress(urls, site, "/")).host : undefined;
