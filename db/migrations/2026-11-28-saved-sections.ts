import { createTable, type Migration } from "./step";

export const savedSectionsMigrations: readonly Migration[] = [
  createTable("saved_sections", {
    columns: {
      workspace_id: "id",
      id: "id",
      name: "text(120)",
      document: "long",
      revision: "int",
      saved_by: "ascii(26)",
      created_at: "ms",
      updated_at: "ms",
      removed_at: "ms?",
    },
    primaryKey: ["workspace_id", "id"],
  }),
  createTable("section_uses", {
    columns: {
      workspace_id: "id",
      section_id: "id",
      page_id: "id",
      in_draft: "bool",
      live_revision: "int",
    },
    primaryKey: ["workspace_id", "section_id", "page_id"],
    index: [["workspace_id", "page_id"]],
  }),
  createTable("page_editors", {
    columns: {
      workspace_id: "id",
      page_id: "id",
      tab_id: "id",
      account_id: "id",
      seen_at: "ms",
    },
    primaryKey: ["workspace_id", "page_id", "tab_id"],
    index: [["seen_at"]],
  }),
];
