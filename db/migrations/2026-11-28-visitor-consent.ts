import { addColumn, createTable, type Migration } from "./step";

export const visitorConsentMigrations: readonly Migration[] = [
  createTable("third_parties", {
    columns: {
      workspace_id: "id",
      id: "id",
      site_id: "ascii(26)",
      name: "text(80)",
      vendor: "text(120)",
      purpose: "text(300)",
      category: "ascii(12)",
      privacy_url: "text(500)",
      scripts: "long",
      start_code: "long",
      hosts: "long",
      stored_names: "long",
      created_at: "ms",
      updated_at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
  }),
  createTable("cookie_wordings", {
    columns: { workspace_id: "id", hash: "ascii(64)", language: "ascii(12)", text: "long", first_at: "ms" },
    primaryKey: ["workspace_id", "hash"],
  }),
  addColumn("cookie_choices", "functional", "bool", 0),
  addColumn("cookie_choices", "dnt", "bool", 0),
  addColumn("cookie_choices", "wording_hash", "ascii(64)", ""),
];
