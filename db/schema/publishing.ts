import { c, defineTables } from "./define";

export const publishingTables = defineTables("publishing", {
  page_versions: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      page_id: c.id(),
      number: c.int(),
      title: c.text(200),
      path: c.ascii(200),
      document: c.json(),
      /** Exactly what the edge serves. */
      html: c.long(),
      csp: c.text(2000),
      etag: c.ascii(64),
      /** The variant of an experiment that this is; empty for the page itself. */
      variant_id: c.ascii(26),
      published_by: c.ascii(26),
      published_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
    unique: [["workspace_id", "page_id", "number"]],
  },
  /** How others list a page; a page without a row is listed as it is. */
  page_listings: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      page_id: c.id(),
      /** 1 keeps it out of search engines and of the sitemap. */
      hidden: c.bool(),
      /** Empty, or the address that is the original. */
      canonical: c.text(1000),
      /** Shared by pages that are translations of each other; empty for a page without. */
      translation_group: c.ascii(26),
      updated_at: c.ms(),
      /** Empty, or the picture shown where the page is shared. */
      share_file_id: c.ascii(26),
    },
    primaryKey: ["workspace_id", "page_id"],
    index: [["workspace_id", "translation_group"]],
  },
  /** Plans to publish a page or take it offline. */
  page_schedules: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "contract",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      page_id: c.id(),
      /** publish or unpublish */
      act: c.ascii(12),
      /** As it was chosen, such as 2026-11-28T09:00. */
      wall_time: c.ascii(16),
      time_zone: c.ascii(64),
      run_at: c.ms(),
      /** waiting, done, failed or cancelled */
      state: c.ascii(12),
      outcome: c.text(500),
      /** Kind and id of who planned it. */
      created_kind: c.ascii(12),
      created_by: c.ascii(26),
      created_at: c.ms(),
      done_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "page_id"]],
  },
  /** Links that show a page to people without an account. They end with the instance: an archive takes none along. */
  preview_links: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "contract",
    retention: "workspace",
    exported: false,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      page_id: c.id(),
      /** The version shown; empty for the page as saved. */
      version_id: c.ascii(26),
      /** Empty for a link without a password. */
      password_hash: c.text(200).secret(),
      expires_at: c.ms(),
      revoked_at: c.ms().nullable(),
      /** When somebody last looked, to the minute; never who. */
      opened_at: c.ms().nullable(),
      /** Kind and id of who made it. */
      created_kind: c.ascii(12),
      created_by: c.ascii(26),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "page_id"], ["expires_at"]],
  },
  publications: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      site_id: c.id(),
      path: c.ascii(200),
      page_id: c.id(),
      page_version_id: c.id(),
      published_at: c.ms(),
    },
    primaryKey: ["workspace_id", "site_id", "path"],
    index: [["workspace_id", "page_id"]],
  },
});
