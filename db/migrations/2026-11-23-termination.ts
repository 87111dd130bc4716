import { createTable, type Migration } from "./step";

export const terminationMigrations: readonly Migration[] = [
  createTable("exports", {
    columns: {
      workspace_id: "id",
      id: "id",
      state: "ascii(12)",
      rows_total: "int",
      rows_done: "int",
      file: "ascii(200)",
      size: "int",
      sha256: "ascii(64)",
      error: "text(500)",
      requested_by: "ascii(26)",
      created_at: "ms",
      finished_at: "ms?",
      expires_at: "ms?",
    },
    primaryKey: ["workspace_id", "id"],
  }),
  createTable("terminations", {
    columns: {
      workspace_id: "id",
      id: "id",
      state: "ascii(12)",
      requested_by: "ascii(26)",
      requested_at: "ms",
      delete_after: "ms",
      cancelled_at: "ms?",
    },
    primaryKey: ["workspace_id", "id"],
  }),
];
