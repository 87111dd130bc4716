import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import type { Site, SiteHost } from "./site";

interface SiteRow {
  workspace_id: string;
  id: string;
  slug: string;
  name: string;
  language: string;
  created_at: number;
}

const toSite = (row: SiteRow): Site => ({
  id: row.id,
  workspaceId: row.workspace_id,
  slug: row.slug,
  name: row.name,
  language: row.language,
  createdAt: row.created_at,
});

/** False when another site has the host. */
export const insertHost = (
  db: Executor,
  host: { host: string; kind: "subdomain"; workspaceId: string; siteId: string; at: number },
) =>
  insertIfAbsent(db, "hosts", {
    host: host.host,
    kind: host.kind,
    workspace_id: host.workspaceId,
    site_id: host.siteId,
    verified_at: host.at,
    created_at: host.at,
  });

export const insertSite = (db: Executor, site: Site) =>
  db
    .insertInto("sites")
    .values({
      workspace_id: site.workspaceId,
      id: site.id,
      slug: site.slug,
      name: site.name,
      language: site.language,
      created_at: site.createdAt,
    })
    .execute();

export async function selectSites(db: Executor, workspaceId: string): Promise<Site[]> {
  const rows = await db
    .selectFrom("sites")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("id")
    .limit(500)
    .execute();
  return rows.map(toSite);
}

export async function selectSite(db: Executor, workspaceId: string, id: string): Promise<Site | undefined> {
  const row = await db
    .selectFrom("sites")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toSite(row);
}

export async function selectSiteBySlug(
  db: Executor,
  workspaceId: string,
  slug: string,
): Promise<Site | undefined> {
  const row = await db
    .selectFrom("sites")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("slug", "=", slug)
    .limit(1)
    .executeTakeFirst();
  return row && toSite(row);
}

export async function selectHost(db: Executor, host: string): Promise<SiteHost | undefined> {
  const row = await db
    .selectFrom("hosts")
    .innerJoin("sites", (join) =>
      join.onRef("sites.workspace_id", "=", "hosts.workspace_id").onRef("sites.id", "=", "hosts.site_id"),
    )
    .select(["hosts.workspace_id", "hosts.site_id", "sites.slug", "sites.name", "sites.language"])
    .where("hosts.host", "=", host)
    .where("hosts.verified_at", "is not", null)
    .executeTakeFirst();
  return (
    row && {
      workspaceId: row.workspace_id,
      siteId: row.site_id,
      slug: row.slug,
      name: row.name,
      language: row.language,
    }
  );
}
