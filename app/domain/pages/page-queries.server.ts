import { type Selectable, sql } from "kysely";
import { parsePageDocument } from "~builder/document/page-document";
import { containsPattern } from "~db/dialects/sql/search";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import { type Page, type PageSummary, pageState } from "./page";

const summaryColumns = [
  "workspace_id",
  "id",
  "site_id",
  "variant_of",
  "path",
  "title",
  "description",
  "language",
  "revision",
  "live_version_id",
  "live_revision",
  "created_at",
  "updated_at",
  "removed_at",
] as const;

type SummaryRow = Pick<Selectable<Database["pages"]>, (typeof summaryColumns)[number]>;

const toSummary = (row: SummaryRow): PageSummary => ({
  id: row.id,
  workspaceId: row.workspace_id,
  siteId: row.site_id,
  variantOf: row.variant_of,
  path: row.path,
  title: row.title,
  description: row.description,
  language: row.language,
  revision: row.revision,
  state: pageState({
    removedAt: row.removed_at ?? undefined,
    liveVersionId: row.live_version_id,
    liveRevision: row.live_revision,
    revision: row.revision,
  }),
  liveVersionId: row.live_version_id,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  removedAt: row.removed_at ?? undefined,
});

export const insertPage = (db: Executor, page: Page, documentJson: string) =>
  db
    .insertInto("pages")
    .values({
      workspace_id: page.workspaceId,
      id: page.id,
      site_id: page.siteId,
      variant_of: page.variantOf,
      path: page.path,
      title: page.title,
      description: page.description,
      language: page.language,
      document: documentJson,
      revision: page.revision,
      live_version_id: "",
      live_revision: 0,
      created_at: page.createdAt,
      updated_at: page.updatedAt,
      removed_at: null,
    })
    .execute();

export async function selectPage(db: Executor, workspaceId: string, id: string): Promise<Page | undefined> {
  const row = await db
    .selectFrom("pages")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { ...toSummary(row), document: parsePageDocument(JSON.parse(row.document)) };
}

export async function selectPageSummary(
  db: Executor,
  workspaceId: string,
  id: string,
): Promise<PageSummary | undefined> {
  const row = await db
    .selectFrom("pages")
    .select(summaryColumns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toSummary(row);
}

export interface PageFilter {
  siteId?: string;
  q?: string;
  removed?: boolean;
  cursor?: string;
  limit: number;
}

export async function selectPages(
  db: Executor,
  workspaceId: string,
  filter: PageFilter,
): Promise<PageSummary[]> {
  let query = db
    .selectFrom("pages")
    .select(summaryColumns)
    .where("workspace_id", "=", workspaceId)
    .where("variant_of", "=", "")
    .where("removed_at", filter.removed ? "is not" : "is", null);
  if (filter.siteId) query = query.where("site_id", "=", filter.siteId);
  if (filter.cursor) query = query.where("id", "<", filter.cursor);
  if (filter.q) {
    const pattern = containsPattern(filter.q.toLowerCase());
    query = query.where(
      sql<boolean>`(lower(title) like ${pattern} escape '!' or path like ${pattern} escape '!')`,
    );
  }
  const rows = await query.orderBy("id", "desc").limit(filter.limit).execute();
  return rows.map(toSummary);
}

/** Another page of the site under this path, removed ones left out. */
export async function selectPageAtPath(
  db: Executor,
  workspaceId: string,
  siteId: string,
  path: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("pages")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("site_id", "=", siteId)
    .where("path", "=", path)
    .where("variant_of", "=", "")
    .where("removed_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

export interface PageChanges {
  path?: string;
  title?: string;
  description?: string;
  language?: string;
  document?: string;
}

/** Compare-and-set on the revision: false when another save came first or the page is removed. */
export async function savePageChanges(
  db: Executor,
  workspaceId: string,
  id: string,
  save: { revision: number; changes: PageChanges; now: number },
): Promise<boolean> {
  const updated = await db
    .updateTable("pages")
    .set({ ...save.changes, revision: save.revision + 1, updated_at: save.now })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("revision", "=", save.revision)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) === 1;
}

export async function setRemoved(
  db: Executor,
  workspaceId: string,
  id: string,
  at: number | null,
): Promise<void> {
  await db
    .updateTable("pages")
    .set({ removed_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Of the variants of a page: none of them is served. */
export const clearLiveVariants = (db: Executor, workspaceId: string, pageId: string) =>
  db
    .updateTable("pages")
    .set({ live_version_id: "", live_revision: 0 })
    .where("workspace_id", "=", workspaceId)
    .where("variant_of", "=", pageId)
    .execute();

export async function setLiveVersion(
  db: Executor,
  workspaceId: string,
  id: string,
  live: { versionId: string; revision: number },
): Promise<void> {
  await db
    .updateTable("pages")
    .set({ live_version_id: live.versionId, live_revision: live.revision })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

const maxPaths = 5_000;

/** Every address of a site, and whether something is public there. */
export async function selectPathsOfSite(
  db: Executor,
  workspaceId: string,
  siteId: string,
): Promise<Map<string, "live" | "draft">> {
  const rows = await db
    .selectFrom("pages")
    .select(["path", "live_version_id"])
    .where("workspace_id", "=", workspaceId)
    .where("site_id", "=", siteId)
    .where("removed_at", "is", null)
    .limit(maxPaths)
    .execute();
  return new Map(rows.map((row) => [row.path, row.live_version_id ? "live" : "draft"]));
}
