import { c, defineTables } from "./define";

export const pagesTables = defineTables("pages", {
  pages: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      site_id: c.id(),
      path: c.ascii(200),
      title: c.text(200),
      description: c.text(500),
      language: c.ascii(12),
      /** JSON of PageDocument: the master. */
      document: c.json(),
      /** Of an experiment: the page that this is a variant of; empty for a page of its own. */
      variant_of: c.ascii(26),
      /** Counts saves; a save names the one it started from. */
      revision: c.int(),
      /** Empty, or the page_versions row being served. */
      live_version_id: c.ascii(26),
      /** The revision that version was made from; 0 when nothing is served. */
      live_revision: c.int(),
      created_at: c.ms(),
      updated_at: c.ms(),
      removed_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "site_id", "path"]],
  },
  page_revisions: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      page_id: c.id(),
      revision: c.int(),
      document: c.json(),
      saved_by: c.ascii(26),
      saved_at: c.ms(),
    },
    primaryKey: ["workspace_id", "page_id", "revision"],
  },
  saved_sections: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      name: c.text(120),
      /** JSON of a PageDocument with one part. */
      document: c.json(),
      /** Counts saves; a page remembers the one it was published with. */
      revision: c.int(),
      saved_by: c.ascii(26),
      created_at: c.ms(),
      updated_at: c.ms(),
      /** Gone from the library; pages that show it keep it. */
      removed_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
  },
  section_uses: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      section_id: c.id(),
      page_id: c.id(),
      in_draft: c.bool(),
      /** Revision of the section that visitors see on the page; 0 when they see none. */
      live_revision: c.int(),
    },
    primaryKey: ["workspace_id", "section_id", "page_id"],
    index: [["workspace_id", "page_id"]],
  },
  /** Who has a page open in the editor: forgotten within minutes of leaving it. */
  page_editors: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "contract",
    retention: "work",
    exported: false,
    subject: { kind: "account", column: "account_id", erase: "delete" },
    columns: {
      workspace_id: c.id(),
      page_id: c.id(),
      /** One tab of a browser. */
      tab_id: c.id(),
      account_id: c.id(),
      seen_at: c.ms(),
    },
    primaryKey: ["workspace_id", "page_id", "tab_id"],
    index: [["seen_at"]],
  },
});
