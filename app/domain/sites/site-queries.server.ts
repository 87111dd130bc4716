import type { SqlBool } from "kysely";
import { insertIfAbsent, upsert } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import type { HostKind, Site, SiteHost, SiteSettings } from "./site";

interface SettingsColumns {
  icon_file_id: string | null;
  share_file_id: string | null;
  missing_page_id: string | null;
  searchable: number | null;
  primary_domain: string | null;
}

interface SiteRow extends SettingsColumns {
  workspace_id: string;
  id: string;
  slug: string;
  name: string;
  language: string;
  created_at: number;
  /** Databases tell it as 0 or 1. */
  has_subdomain: SqlBool;
}

const settingsColumns = [
  "site_settings.icon_file_id",
  "site_settings.share_file_id",
  "site_settings.missing_page_id",
  "site_settings.searchable",
  "site_settings.primary_domain",
] as const;

const toSettings = (row: SettingsColumns): SiteSettings => ({
  iconFileId: row.icon_file_id ?? "",
  shareFileId: row.share_file_id ?? "",
  missingPageId: row.missing_page_id ?? "",
  searchable: row.searchable !== 0,
  primaryDomain: row.primary_domain ?? "",
});

const toSite = (row: SiteRow): Site => ({
  id: row.id,
  workspaceId: row.workspace_id,
  slug: row.slug,
  name: row.name,
  language: row.language,
  createdAt: row.created_at,
  hasSubdomain: Boolean(row.has_subdomain),
  ...toSettings(row),
});

const sitesWithSettings = (db: Executor, workspaceId: string) =>
  db
    .selectFrom("sites")
    .leftJoin("site_settings", (join) =>
      join
        .onRef("site_settings.workspace_id", "=", "sites.workspace_id")
        .onRef("site_settings.site_id", "=", "sites.id"),
    )
    .select([
      "sites.workspace_id",
      "sites.id",
      "sites.slug",
      "sites.name",
      "sites.language",
      "sites.created_at",
      ...settingsColumns,
    ])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom("hosts")
          .select("hosts.host")
          .whereRef("hosts.host", "=", "sites.slug")
          .whereRef("hosts.workspace_id", "=", "sites.workspace_id")
          .whereRef("hosts.site_id", "=", "sites.id"),
      ).as("has_subdomain"),
    )
    .where("sites.workspace_id", "=", workspaceId);

/** False when another site has the host. */
export const insertHost = (
  db: Executor,
  host: { host: string; kind: HostKind; workspaceId: string; siteId: string; at: number },
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

export async function saveSite(
  db: Executor,
  workspaceId: string,
  id: string,
  changes: { slug?: string; name?: string; language?: string },
): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await db
    .updateTable("sites")
    .set(changes)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

export const saveSettings = (db: Executor, site: Site, now: number): Promise<void> =>
  upsert(
    db,
    "site_settings",
    [
      {
        workspace_id: site.workspaceId,
        site_id: site.id,
        icon_file_id: site.iconFileId,
        share_file_id: site.shareFileId,
        missing_page_id: site.missingPageId,
        searchable: site.searchable ? 1 : 0,
        primary_domain: site.primaryDomain,
        updated_at: now,
      },
    ],
    {
      key: ["workspace_id", "site_id"],
      set: ["icon_file_id", "share_file_id", "missing_page_id", "searchable", "primary_domain", "updated_at"],
    },
  );

export async function selectSites(db: Executor, workspaceId: string): Promise<Site[]> {
  const rows = await sitesWithSettings(db, workspaceId).orderBy("sites.id").limit(500).execute();
  return rows.map(toSite);
}

export async function selectSite(db: Executor, workspaceId: string, id: string): Promise<Site | undefined> {
  const row = await sitesWithSettings(db, workspaceId).where("sites.id", "=", id).executeTakeFirst();
  return row && toSite(row);
}

export async function selectSiteBySlug(
  db: Executor,
  workspaceId: string,
  slug: string,
): Promise<Site | undefined> {
  const row = await sitesWithSettings(db, workspaceId)
    .where("sites.slug", "=", slug)
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
    .leftJoin("site_settings", (join) =>
      join
        .onRef("site_settings.workspace_id", "=", "hosts.workspace_id")
        .onRef("site_settings.site_id", "=", "hosts.site_id"),
    )
    .select([
      "hosts.kind",
      "hosts.workspace_id",
      "hosts.site_id",
      "sites.slug",
      "sites.name",
      "sites.language",
      ...settingsColumns,
    ])
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
      kind: row.kind as HostKind,
      ...toSettings(row),
    }
  );
}

/** Which workspace a host belongs to, whether it is served or not. */
export const selectHostOwner = (db: Executor, host: string) =>
  db
    .selectFrom("hosts")
    .select(["workspace_id as workspaceId", "site_id as siteId", "kind"])
    .where("host", "=", host)
    .executeTakeFirst();

export async function changeHostKind(
  db: Executor,
  host: { host: string; workspaceId: string; siteId: string },
  kind: HostKind,
): Promise<boolean> {
  const updated = await db
    .updateTable("hosts")
    .set({ kind })
    .where("host", "=", host.host)
    .where("workspace_id", "=", host.workspaceId)
    .where("site_id", "=", host.siteId)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

/** Only where it is that workspace's. */
export async function deleteHost(db: Executor, workspaceId: string, host: string): Promise<boolean> {
  const deleted = await db
    .deleteFrom("hosts")
    .where("host", "=", host)
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows) > 0;
}

/** Every custom host that is served, page by page. */
export async function selectCustomHosts(db: Executor, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("hosts")
    .select("host")
    .where("kind", "=", "custom")
    .where("verified_at", "is not", null)
    .where("host", ">", after)
    .orderBy("host")
    .limit(limit)
    .execute();
  return rows.map(({ host }) => host);
}
