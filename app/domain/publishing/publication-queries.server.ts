import type { Insertable } from "kysely";
import { type PageDocument, parsePageDocument } from "~builder/document/page-document";
import { upsert } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { EdgeChange, PublishedPage, VersionSummary } from "./publication";

export const insertVersion = (db: Executor, row: Insertable<Database["page_versions"]>) =>
  db.insertInto("page_versions").values(row).execute();

export async function lastVersionNumber(db: Executor, workspaceId: string, pageId: string): Promise<number> {
  const row = await db
    .selectFrom("page_versions")
    .select(({ fn }) => fn.max("number").as("number"))
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .executeTakeFirst();
  return Number(row?.number ?? 0);
}

export async function selectVersions(
  db: Executor,
  workspaceId: string,
  pageId: string,
  limit: number,
): Promise<VersionSummary[]> {
  const rows = await db
    .selectFrom("page_versions")
    .leftJoin("publications", (join) =>
      join
        .onRef("publications.workspace_id", "=", "page_versions.workspace_id")
        .onRef("publications.page_version_id", "=", "page_versions.id")
        .onRef("publications.page_id", "=", "page_versions.page_id"),
    )
    .select([
      "page_versions.id",
      "page_versions.page_id",
      "page_versions.number",
      "page_versions.title",
      "page_versions.path",
      "page_versions.published_by",
      "page_versions.published_at",
      "page_versions.variant_id",
      "publications.page_version_id as live_id",
    ])
    .where("page_versions.workspace_id", "=", workspaceId)
    .where("page_versions.page_id", "=", pageId)
    .orderBy("page_versions.number", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    pageId: row.page_id,
    number: row.number,
    title: row.title,
    path: row.path,
    publishedBy: row.published_by,
    publishedAt: row.published_at,
    isLive: row.live_id !== null,
    variantId: row.variant_id,
  }));
}

export async function selectVersionDocument(
  db: Executor,
  workspaceId: string,
  pageId: string,
  versionId: string,
): Promise<PageDocument | undefined> {
  const row = await db
    .selectFrom("page_versions")
    .select("document")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("id", "=", versionId)
    .executeTakeFirst();
  return row && parsePageDocument(JSON.parse(row.document));
}

/** What the picture of a live version is made of. */
export async function selectShareWords(
  db: Executor,
  workspaceId: string,
  versionId: string,
): Promise<{ title: string; siteName: string; language: string; document: PageDocument } | undefined> {
  const row = await db
    .selectFrom("publications")
    .innerJoin("page_versions", (join) =>
      join
        .onRef("page_versions.workspace_id", "=", "publications.workspace_id")
        .onRef("page_versions.id", "=", "publications.page_version_id"),
    )
    .innerJoin("sites", (join) =>
      join
        .onRef("sites.workspace_id", "=", "publications.workspace_id")
        .onRef("sites.id", "=", "publications.site_id"),
    )
    .innerJoin("pages", (join) =>
      join
        .onRef("pages.workspace_id", "=", "publications.workspace_id")
        .onRef("pages.id", "=", "publications.page_id"),
    )
    .select(["page_versions.title", "sites.name as site_name", "pages.language", "page_versions.document"])
    .where("publications.workspace_id", "=", workspaceId)
    .where("publications.page_version_id", "=", versionId)
    .executeTakeFirst();
  return (
    row && {
      title: row.title,
      siteName: row.site_name,
      language: row.language,
      document: parsePageDocument(JSON.parse(row.document)),
    }
  );
}

/** The page that a path of a site serves now. */
export async function selectPublicationAt(
  db: Executor,
  workspaceId: string,
  siteId: string,
  path: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("publications")
    .select("page_id")
    .where("workspace_id", "=", workspaceId)
    .where("site_id", "=", siteId)
    .where("path", "=", path)
    .executeTakeFirst();
  return row?.page_id;
}

export const putPublication = (db: Executor, row: Insertable<Database["publications"]>) =>
  upsert(db, "publications", [row], {
    key: ["workspace_id", "site_id", "path"],
    set: ["page_id", "page_version_id", "published_at"],
  });

/** Takes a page off every path, or off every other one than `exceptPath`. The number of paths. */
export async function deletePublications(
  db: Executor,
  workspaceId: string,
  pageId: string,
  exceptPath?: string,
): Promise<number> {
  let remove = db
    .deleteFrom("publications")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId);
  if (exceptPath !== undefined) remove = remove.where("path", "!=", exceptPath);
  return Number((await remove.executeTakeFirst()).numDeletedRows);
}

export async function selectPublishedPage(
  db: Executor,
  workspaceId: string,
  siteId: string,
  at: { path: string } | { pageId: string },
): Promise<PublishedPage | undefined> {
  const query = db
    .selectFrom("publications")
    .innerJoin("page_versions", (join) =>
      join
        .onRef("page_versions.workspace_id", "=", "publications.workspace_id")
        .onRef("page_versions.id", "=", "publications.page_version_id"),
    )
    .select(["page_versions.page_id", "page_versions.id", "page_versions.html", "page_versions.csp", "etag"])
    .where("publications.workspace_id", "=", workspaceId)
    .where("publications.site_id", "=", siteId);
  const row = await ("path" in at
    ? query.where("publications.path", "=", at.path)
    : query.where("publications.page_id", "=", at.pageId).orderBy("publications.path").limit(1)
  ).executeTakeFirst();
  return row && { pageId: row.page_id, versionId: row.id, html: row.html, csp: row.csp, etag: row.etag };
}

export async function selectPublishedPath(
  db: Executor,
  workspaceId: string,
  siteId: string,
  pageId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("publications")
    .select("path")
    .where("workspace_id", "=", workspaceId)
    .where("site_id", "=", siteId)
    .where("page_id", "=", pageId)
    .orderBy("path")
    .executeTakeFirst();
  return row?.path;
}

export async function selectVersionsAsServed(db: Executor, workspaceId: string, ids: readonly string[]) {
  return db
    .selectFrom("page_versions")
    .select(["id", "html", "csp", "etag"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...ids])
    .execute();
}

/** What is public on the whole instance, page by page, for checks by the platform. */
export async function selectLiveVersions(
  db: Executor,
  after: { workspaceId: string; pageId: string },
  limit: number,
): Promise<{ workspaceId: string; pageId: string; versionId: string }[]> {
  const rows = await db
    .selectFrom("publications")
    .select(["workspace_id", "page_id", "page_version_id"])
    .where(({ eb, or, and }) =>
      or([
        eb("workspace_id", ">", after.workspaceId),
        and([eb("workspace_id", "=", after.workspaceId), eb("page_id", ">", after.pageId)]),
      ]),
    )
    .orderBy("workspace_id")
    .orderBy("page_id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    workspaceId: row.workspace_id,
    pageId: row.page_id,
    versionId: row.page_version_id,
  }));
}

export const selectPublishedPaths = (db: Executor, workspaceId: string, siteId: string, limit: number) =>
  db
    .selectFrom("publications")
    .select(["path", "published_at"])
    .where("workspace_id", "=", workspaceId)
    .where("site_id", "=", siteId)
    .orderBy("path")
    .limit(limit)
    .execute();

export async function selectEdgeChanges(db: Executor, since: number, limit: number): Promise<EdgeChange[]> {
  const rows = await db
    .selectFrom("edge_changes")
    .selectAll()
    .where("at", ">=", since)
    .orderBy("at")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    workspaceId: row.workspace_id,
    ref: row.ref,
    at: row.at,
  }));
}

/** Versions whose HTML may hold this mark: a public id, of letters, digits and underscores. */
export async function selectVersionsShowing(
  db: Executor,
  workspaceId: string,
  mark: string,
): Promise<{ id: string; pageId: string; html: string; csp: string }[]> {
  const rows = await db
    .selectFrom("page_versions")
    .select(["id", "page_id", "html", "csp"])
    .where("workspace_id", "=", workspaceId)
    .where("html", "like", `%="${mark}"%`)
    .execute();
  return rows.map(({ page_id, ...row }) => ({ ...row, pageId: page_id }));
}

export const changeVersionHtml = (
  db: Executor,
  workspaceId: string,
  id: string,
  changed: { html: string; etag: string },
) =>
  db
    .updateTable("page_versions")
    .set(changed)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
