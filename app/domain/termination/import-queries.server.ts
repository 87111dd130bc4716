import type { Insertable, Updateable } from "kysely";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";

export const updateImportedWorkspace = (
  db: Executor,
  workspaceId: string,
  changes: Updateable<Database["workspaces"]>,
) => db.updateTable("workspaces").set(changes).where("id", "=", workspaceId).execute();

/** Another workspace that holds a file under the same id. */
export async function findFileElsewhere(
  db: Executor,
  workspaceId: string,
  fileId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("files")
    .select("workspace_id")
    .where("id", "=", fileId)
    .where("workspace_id", "!=", workspaceId)
    .limit(1)
    .executeTakeFirst();
  return row?.workspace_id;
}

export const findPageLook = (db: Executor, workspaceId: string, pageId: string) =>
  db
    .selectFrom("pages as page")
    .innerJoin("sites as site", (join) =>
      join.onRef("site.workspace_id", "=", "page.workspace_id").onRef("site.id", "=", "page.site_id"),
    )
    .select([
      "page.description",
      "page.language",
      "site.id as siteId",
      "site.slug",
      "site.name",
      "site.language as siteLanguage",
      "site.created_at as siteCreatedAt",
    ])
    .where("page.workspace_id", "=", workspaceId)
    .where("page.id", "=", pageId)
    .executeTakeFirst();

/** Ids of a page's forms by node key. */
export async function findFormIds(
  db: Executor,
  workspaceId: string,
  pageId: string,
): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom("forms")
    .select(["id", "node_key"])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .limit(1000)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.node_key, row.id]));
}

export const listSiteSlugs = (db: Executor, workspaceId: string) =>
  db.selectFrom("sites").select(["id", "slug"]).where("workspace_id", "=", workspaceId).limit(1000).execute();

/** False when another site has the address. */
export const claimHost = (db: Executor, row: Insertable<Database["hosts"]>): Promise<boolean> =>
  insertIfAbsent(db, "hosts", row);

export const removeHosts = (db: Executor, workspaceId: string) =>
  db.deleteFrom("hosts").where("workspace_id", "=", workspaceId).execute();

/** Keeps a page that was refused from being served, and says so in its state. Returns how people know it. */
export async function takeOffline(db: Executor, workspaceId: string, pageId: string): Promise<string> {
  await db
    .deleteFrom("publications")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .execute();
  await db
    .updateTable("pages")
    .set({ live_version_id: "" })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", pageId)
    .execute();
  const page = await db
    .selectFrom("pages")
    .select(["title", "path"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", pageId)
    .executeTakeFirst();
  return page?.title || page?.path || pageId;
}
