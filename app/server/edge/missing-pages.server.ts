import { findPublishedPageById } from "~/domain/publishing/find-published-page.server";
import { followRedirects } from "~/domain/sites/site-redirect";
import { pageToken } from "~/domain/tracking/page-token.server";
import type { ServerDeps } from "../server-deps";
import { offerFor, withSettingsLink } from "./consent-layer.server";
import { type FrozenAnswer, freezeAnswer } from "./frozen-answer.server";
import type { CachedSite } from "./site-cache.server";
import type { SiteNotices } from "./site-notice.server";

/** What a site shows where there is no page: one of its own pages, or the plain notice. */
export type MissingPages = (site: CachedSite) => Promise<FrozenAnswer>;

export function createMissingPages(
  deps: ServerDeps,
  headers: Record<string, string>,
  notices: SiteNotices,
): MissingPages {
  const known = new WeakMap<CachedSite, Promise<FrozenAnswer>>();

  async function make({ site, parties, paths, redirects }: CachedSite): Promise<FrozenAnswer> {
    const { workspaceId, siteId, missingPageId } = site;
    const found = missingPageId
      ? await findPublishedPageById(deps, workspaceId, siteId, missingPageId)
      : undefined;
    if (!found)
      return notices("missing", site, paths.has("/") || followRedirects(redirects, "/") !== undefined);
    const { pageId, versionId } = found;
    const token = pageToken(deps, { workspaceId, siteId, pageId, pageVersionId: versionId });
    const page = parties.length > 0 ? withSettingsLink(found, offerFor(found, parties), token) : found;
    return freezeAnswer({
      status: 404,
      contentType: "text/html; charset=utf-8",
      bytes: Buffer.from(page.html),
      headers: {
        ...headers,
        "cache-control": "no-store",
        "x-robots-tag": "noindex",
        "content-security-policy": page.csp,
      },
    });
  }

  return (site) => {
    const made = known.get(site) ?? make(site);
    known.set(site, made);
    made.catch(() => known.delete(site));
    return made;
  };
}
