import type { Executor } from "~db/schema/executor";

/** A page as people look for it in an archive: its document, and the HTML that is served. */
export interface PageFile {
  id: string;
  siteSlug: string;
  path: string;
  document: string;
  /** Empty while the page is not published. */
  html: string;
}

/** Pages in the order of their ids, behind `after`. */
export async function listPageFiles(
  db: Executor,
  workspaceId: string,
  after: string,
  limit: number,
): Promise<PageFile[]> {
  const rows = await db
    .selectFrom("pages as page")
    .leftJoin("sites as site", (join) =>
      join.onRef("site.workspace_id", "=", "page.workspace_id").onRef("site.id", "=", "page.site_id"),
    )
    .leftJoin("page_versions as version", (join) =>
      join
        .onRef("version.workspace_id", "=", "page.workspace_id")
        .onRef("version.id", "=", "page.live_version_id"),
    )
    .select(["page.id", "page.path", "page.document", "site.slug", "version.html"])
    .where("page.workspace_id", "=", workspaceId)
    .where("page.id", ">", after)
    .where("page.removed_at", "is", null)
    .where("page.variant_of", "=", "")
    .orderBy("page.id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    siteSlug: row.slug ?? "",
    path: row.path,
    document: row.document,
    html: row.html ?? "",
  }));
}
