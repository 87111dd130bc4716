import { createTable, type Migration } from "./step";

export const pagesMigrations: readonly Migration[] = [
  createTable("pages", {
    columns: {
      workspace_id: "id",
      id: "id",
      site_id: "id",
      path: "ascii(200)",
      title: "text(200)",
      description: "text(500)",
      language: "ascii(12)",
      document: "long",
      revision: "int",
      live_version_id: "ascii(26)",
      live_revision: "int",
      created_at: "ms",
      updated_at: "ms",
      removed_at: "ms?",
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "site_id", "path"]],
  }),
  createTable("page_revisions", {
    columns: {
      workspace_id: "id",
      page_id: "id",
      revision: "int",
      document: "long",
      saved_by: "ascii(26)",
      saved_at: "ms",
    },
    primaryKey: ["workspace_id", "page_id", "revision"],
  }),
];
