import { createTable, type Migration } from "./step";

export const formsMigrations: readonly Migration[] = [
  createTable("forms", {
    columns: {
      workspace_id: "id",
      id: "id",
      page_id: "id",
      node_key: "ascii(60)",
      name: "text(200)",
      live_version_id: "ascii(26)",
      language: "ascii(12)",
      created_at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
    unique: [["workspace_id", "page_id", "node_key"]],
  }),
  createTable("form_versions", {
    columns: {
      workspace_id: "id",
      form_id: "id",
      page_version_id: "id",
      definition: "long",
      created_at: "ms",
    },
    primaryKey: ["workspace_id", "form_id", "page_version_id"],
  }),
];
