import type { Urls } from "~/lib/urls";
import type { Site } from "./site";
import { ownHost } from "./site";

type Named = Pick<Site, "slug" | "primaryDomain">;

/** The public address of a page of a site, on its primary domain where it has one. */
export const pageAddress = (urls: Urls, site: Named, path: string): string =>
  urls.page(site.slug, path, ownHost(site));

/** Its host as people read it, with a port where there is one. */
export const siteHostName = (urls: Urls, site: Named): string => new URL(pageAddress(urls, site, "/")).host;
