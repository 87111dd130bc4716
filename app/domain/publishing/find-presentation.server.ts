import type { Deps } from "../deps";
import { filePath } from "../files/file";
import { findFiles } from "../files/list-images.server";
import type { SiteHost } from "../sites/site";
import { pageAddress } from "../sites/site-address";
import { selectListedAt, selectSitemap, selectTranslations } from "./listing-queries.server";
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

/** A sitemap holds at most 50,000 addresses. */
const mostEntries = 50_000;

/** What search engines may list of a site, with its languages. */
export async function listSitemap(deps: Deps, site: SiteHost): Promise<SitemapEntry[]> {
  if (!site.searchable) return [];
  const rows = await selectSitemap(deps.db, site.workspaceId, site.siteId, mostEntries);
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
