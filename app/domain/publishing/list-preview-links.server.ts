import type { Deps } from "../deps";
import { getPageSummary } from "../pages/get-page.server";
import { getSite } from "../sites/find-site.server";
import type { PreviewLink } from "./preview-link";
import { previewLinkUrl } from "./preview-link-address";
import { selectPreviewLinks } from "./preview-link-queries.server";
import { previewLinkToken } from "./preview-link-token.server";

/** Links that show a page now, newest first, with their addresses. */
export async function listPreviewLinks(
  deps: Pick<Deps, "db" | "clock" | "keys" | "urls">,
  workspaceId: string,
  pageId: string,
): Promise<(PreviewLink & { url: string })[]> {
  const page = await getPageSummary(deps, workspaceId, pageId);
  const site = await getSite(deps.db, workspaceId, page.siteId);
  const links = await selectPreviewLinks(deps.db, workspaceId, pageId, deps.clock.now());
  return links.map((link) => ({
    ...link,
    url: previewLinkUrl(deps.urls, site, previewLinkToken(deps, link)),
  }));
}
