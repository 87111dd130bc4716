import type { Urls } from "~/lib/urls";
import type { Site } from "../sites/site";
import { pageAddress } from "../sites/site-address";

export const previewLinkPath = "/_foyer/preview";

/** On the host of the site: nothing of a page ever runs on the product's own. */
export const previewLinkUrl = (
  urls: Urls,
  site: Pick<Site, "slug" | "primaryDomain">,
  token: string,
): string => pageAddress(urls, site, `${previewLinkPath}/${token}`);
