import { upsert } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import type { PageListing } from "./page-listing";

export async function selectListing(
  db: Executor,
  workspaceId: string,
  pageId: string,
): Promise<PageListing | undefined> {
  const row = await db
    .selectFrom("page_listings")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .executeTakeFirst();
  return (
    row && {
      hidden: row.hidden !== 0,
      canonical: row.canonical,
      translationGroup: row.translation_group,
      shareFileId: row.share_file_id,
    }
  );
}

export const saveListing = (
  db: Executor,
  workspaceId: string,
  pageId: string,
  listing: PageListing,
  now: number,
): Promise<void> =>
  upsert(
    db,
    "page_listings",
    [
      {
        workspace_id: workspaceId,
        page_id: pageId,
        hidden: listing.hidden ? 1 : 0,
        canonical: listing.canonical,
        translation_group: listing.translationGroup,
        share_file_id: listing.shareFileId,
        updated_at: now,
      },
    ],
    {
      key: ["workspace_id", "page_id"],
      set: ["hidden", "canonical", "translation_group", "share_file_id", "updated_at"],
    },
  );

/** Which version a path serves, and how it is listed. */
export const selectListedAt = (db: Executor, workspaceId: string, siteId: string, path: string) =>
  db
    .selectFrom("publications")
    .leftJoin("page_listings", (join) =>
      join
        .onRef("page_listings.workspace_id", "=", "publications.workspace_id")
        .onRef("page_listings.page_id", "=", "publications.page_id"),
    )
    .innerJoin("page_versions", (join) =>
      join
        .onRef("page_versions.workspace_id", "=", "publications.workspace_id")
        .onRef("page_versions.id", "=", "publications.page_version_id"),
    )
    .select([
      "publications.page_version_id",
      "etag",
      "hidden",
      "canonical",
      "translation_group",
      "page_listings.share_file_id",
    ])
    .where("publications.workspace_id", "=", workspaceId)
    .where("publications.site_id", "=", siteId)
    .where("publications.path", "=", path)
    .executeTakeFirst();

/** Published pages of a group of translations, on whatever site of the workspace. */
export const selectTranslations = (db: Executor, workspaceId: string, group: string) =>
  db
    .selectFrom("page_listings")
    .innerJoin("publications", (join) =>
      join
        .onRef("publications.workspace_id", "=", "page_listings.workspace_id")
        .onRef("publications.page_id", "=", "page_listings.page_id"),
    )
    .innerJoin("pages", (join) =>
      join
        .onRef("pages.workspace_id", "=", "page_listings.workspace_id")
        .onRef("pages.id", "=", "page_listings.page_id"),
    )
    .innerJoin("sites", (join) =>
      join
        .onRef("sites.workspace_id", "=", "publications.workspace_id")
        .onRef("sites.id", "=", "publications.site_id"),
    )
    .leftJoin("site_settings", (join) =>
      join
        .onRef("site_settings.workspace_id", "=", "publications.workspace_id")
        .onRef("site_settings.site_id", "=", "publications.site_id"),
    )
    .select([
      "pages.id as pageId",
      "pages.language",
      "publications.path",
      "publications.site_id as siteId",
      "sites.slug",
      "sites.language as siteLanguage",
      "site_settings.primary_domain as primaryDomain",
    ])
    .where("page_listings.workspace_id", "=", workspaceId)
    .where("page_listings.translation_group", "=", group)
    .orderBy("pages.language")
    .orderBy("publications.path")
    .limit(60)
    .execute();

const listed = (db: Executor, workspaceId: string, siteId: string) =>
  db
    .selectFrom("publications")
    .leftJoin("page_listings", (join) =>
      join
        .onRef("page_listings.workspace_id", "=", "publications.workspace_id")
        .onRef("page_listings.page_id", "=", "publications.page_id"),
    )
    .where("publications.workspace_id", "=", workspaceId)
    .where("publications.site_id", "=", siteId)
    .where(({ eb, or }) => or([eb("hidden", "is", null), eb("hidden", "=", 0)]))
    .where(({ eb, or }) => or([eb("canonical", "is", null), eb("canonical", "=", "")]));

/** Pages of a site for its sitemap, in the order of their paths; those kept out of search engines are left out. */
export const selectSitemap = (
  db: Executor,
  workspaceId: string,
  siteId: string,
  { offset, limit }: { offset: number; limit: number },
) =>
  listed(db, workspaceId, siteId)
    .select(["path", "published_at as publishedAt", "translation_group as group"])
    .orderBy("path")
    .limit(limit)
    .offset(offset)
    .execute();

/** How many pages `selectSitemap` lists in all. */
export async function countSitemap(db: Executor, workspaceId: string, siteId: string): Promise<number> {
  const row = await listed(db, workspaceId, siteId)
    .select((e) => e.fn.countAll<number>().as("pages"))
    .executeTakeFirstOrThrow();
  return Number(row.pages);
}
