import { createTable, type Migration } from "./step";

export const archiveImportsMigrations: readonly Migration[] = [
  createTable("archive_imports", {
    columns: {
      workspace_id: "id",
      id: "id",
      state: "ascii(12)",
      name: "text(200)",
      serve: "bool",
      rows_total: "int",
      rows_done: "int",
      rows_taken: "int",
      pictures: "int",
      notes: "long",
      error: "text(1000)",
      requested_by: "ascii(26)",
      created_at: "ms",
      finished_at: "ms?",
    },
    primaryKey: ["workspace_id", "id"],
  }),
];
