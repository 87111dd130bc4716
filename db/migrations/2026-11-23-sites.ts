import { createTable, type Migration } from "./step";

export const sitesMigrations: readonly Migration[] = [
  createTable("sites", {
    columns: {
      workspace_id: "id",
      id: "id",
      slug: "ascii(63)",
      name: "text(120)",
      language: "ascii(12)",
      created_at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
  }),
  createTable("hosts", {
    columns: {
      host: "ascii(255)",
      kind: "ascii(12)",
      workspace_id: "id",
      site_id: "id",
      verified_at: "ms?",
      created_at: "ms",
    },
    primaryKey: ["host"],
    index: [["workspace_id", "site_id"]],
  }),
];
