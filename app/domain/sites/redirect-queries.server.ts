import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import { maxRedirects, type SiteRedirect } from "./site-redirect";

export const insertRedirect = (db: Executor, redirect: SiteRedirect): Promise<boolean> =>
  insertIfAbsent(db, "site_redirects", {
    workspace_id: redirect.workspaceId,
    id: redirect.id,
    site_id: redirect.siteId,
    scope: redirect.scope,
    source: redirect.source,
    target: redirect.target,
    status: redirect.status,
    created_at: redirect.createdAt,
  });

export async function selectRedirects(
  db: Executor,
  workspaceId: string,
  siteId: string,
): Promise<SiteRedirect[]> {
  const rows = await db
    .selectFrom("site_redirects")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("site_id", "=", siteId)
    .orderBy("source")
    .limit(maxRedirects + 1)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    workspaceId: row.workspace_id,
    siteId: row.site_id,
    scope: row.scope === "prefix" ? "prefix" : "exact",
    source: row.source,
    target: row.target,
    status: row.status === 302 ? 302 : 301,
    createdAt: row.created_at,
  }));
}

export async function deleteRedirect(
  db: Executor,
  workspaceId: string,
  siteId: string,
  id: string,
): Promise<boolean> {
  const deleted = await db
    .deleteFrom("site_redirects")
    .where("workspace_id", "=", workspaceId)
    .where("site_id", "=", siteId)
    .where("id", "=", id)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows) > 0;
}
