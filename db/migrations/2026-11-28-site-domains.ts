import { createTable, type Migration } from "./step";

export const siteDomainsMigrations: readonly Migration[] = [
  createTable("site_settings", {
    columns: {
      workspace_id: "id",
      site_id: "id",
      icon_file_id: "ascii(26)",
      share_file_id: "ascii(26)",
      missing_page_id: "ascii(26)",
      searchable: "bool",
      primary_domain: "ascii(253)",
      updated_at: "ms",
    },
    primaryKey: ["workspace_id", "site_id"],
  }),
  createTable("site_domains", {
    columns: {
      workspace_id: "id",
      domain: "ascii(253)",
      site_id: "id",
      token: "ascii(40)",
      state: "ascii(12)",
      address_state: "ascii(12)",
      trouble: "text(300)",
      checked_at: "ms?",
      verified_at: "ms?",
      failing_since: "ms?",
      created_at: "ms",
    },
    primaryKey: ["workspace_id", "domain"],
    index: [["domain"], ["checked_at"]],
  }),
  createTable("site_redirects", {
    columns: {
      workspace_id: "id",
      id: "id",
      site_id: "id",
      scope: "ascii(8)",
      source: "text(300)",
      target: "text(1000)",
      status: "int",
      created_at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
    unique: [["workspace_id", "site_id", "scope", "source"]],
  }),
];
