import type { Deps } from "../deps";
import { filePath } from "../files/file";
import { findFiles } from "../files/list-images.server";
import type { SiteHost } from "../sites/site";
import { pageAddress } from "../sites/site-address";
import { countSitemap, selectListedAt, selectSitemap, selectTranslations } from "./listing-queries.server";
import type { Alternate, Presentation } from "./page-listing";

async function translations(
  deps: Pick<Deps, "db" | "urls">,
  workspaceId: string,
  group: string,
  home: Pick<SiteHost, "language">,
): Promise<Pick<Presentation, "alternates" | "fallback">> {
  const rows = group ? await selectTranslations(deps.db, workspaceId, group) : [];
  const byLanguage = new Map<string, Alternate>();
  for (const row of rows) {
    if (byLanguage.has(row.language)) continue;
    const url = pageAddress(deps.urls, { slug: row.slug, primaryDomain: row.primaryDomain ?? "" }, row.path);
    byLanguage.set(row.language, { language: row.language, url });
  }
  const alternates = [...byLanguage.values()];
  if (alternates.length < 2) return { alternates: [], fallback: "" };
  return { alternates, fallback: (byLanguage.get(home.language) ?? alternates[0])?.url ?? "" };
}

async function sharePicture(
  deps: Deps,
  site: SiteHost,
  fileId: string,
): Promise<Pick<Presentation, "shareImage" | "shareSize">> {
  const [file] = fileId ? await findFiles(deps, site.workspaceId, [fileId]) : [];
  const largest = file?.variants.at(-1);
  if (!largest) return { shareImage: "", shareSize: [] };
  const { width, height } = largest;
  return { shareImage: pageAddress(deps.urls, site, filePath(fileId, largest)), shareSize: [width, height] };
}

/** Which version a path serves and how it is listed at this moment. */
export async function findPresentation(
  deps: Deps,
  site: SiteHost,
  path: string,
): Promise<{ versionId: string; etag: string; presentation: Presentation } | undefined> {
  const row = await selectListedAt(deps.db, site.workspaceId, site.siteId, path);
  if (!row) return undefined;
  const listed = await translations(deps, site.workspaceId, row.translation_group ?? "", site);
  return {
    versionId: row.page_version_id,
    etag: row.etag,
    presentation: {
      origin: new URL(pageAddress(deps.urls, site, "/")).origin,
      searchable: site.searchable && row.hidden !== 1,
      canonical: row.canonical ?? "",
      ...listed,
      ...(await sharePicture(deps, site, row.share_file_id || site.shareFileId)),
    },
  };
}

export interface SitemapEntry {
  url: string;
  publishedAt: number;
  alternates: readonly Alternate[];
  fallback: string;
}

/**
 * Addresses in one sitemap. Up to 50,000 and 50 MB are allowed (sitemaps.org); a page with sixty translations takes
 * some 12 kB.
 */
export const sitemapSize = 4000;

/** How many sitemaps hold what search engines may list of a site: at least one. */
export async function countSitemaps(deps: Deps, site: SiteHost): Promise<number> {
  if (!site.searchable) return 1;
  return Math.max(1, Math.ceil((await countSitemap(deps.db, site.workspaceId, site.siteId)) / sitemapSize));
}

/** What search engines may list of a site, with its languages: one of its sitemaps, from 1. */
export async function listSitemap(deps: Deps, site: SiteHost, part: number): Promise<SitemapEntry[]> {
  if (!site.searchable) return [];
  const rows = await selectSitemap(deps.db, site.workspaceId, site.siteId, {
    offset: (part - 1) * sitemapSize,
    limit: sitemapSize,
  });
  const groups = new Map<string, Pick<Presentation, "alternates" | "fallback">>();
  const entries: SitemapEntry[] = [];
  for (const { path, publishedAt, group } of rows) {
    const key = group ?? "";
    const listed = groups.get(key) ?? (await translations(deps, site.workspaceId, key, site));
    groups.set(key, listed);
    entries.push({ url: pageAddress(deps.urls, site, path), publishedAt, ...listed });
  }
  return entries;
}
