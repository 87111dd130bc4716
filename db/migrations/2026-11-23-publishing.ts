import { createTable, type Migration } from "./step";

export const publishingMigrations: readonly Migration[] = [
  createTable("page_versions", {
    columns: {
      workspace_id: "id",
      id: "id",
      page_id: "id",
      number: "int",
      title: "text(200)",
      path: "ascii(200)",
      document: "long",
      html: "long",
      csp: "text(2000)",
      etag: "ascii(64)",
      published_by: "ascii(26)",
      published_at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
    unique: [["workspace_id", "page_id", "number"]],
  }),
  createTable("publications", {
    columns: {
      workspace_id: "id",
      site_id: "id",
      path: "ascii(200)",
      page_id: "id",
      page_version_id: "id",
      published_at: "ms",
    },
    primaryKey: ["workspace_id", "site_id", "path"],
    index: [["workspace_id", "page_id"]],
  }),
];
