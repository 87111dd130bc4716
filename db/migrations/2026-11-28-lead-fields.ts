import { createTable, type Migration } from "./step";

export const leadFieldsMigrations: readonly Migration[] = [
  createTable("lead_fields", {
    columns: {
      workspace_id: "id",
      name: "text(100)",
      label: "text(500)",
      type: "ascii(12)",
      options: "long",
      source: "ascii(12)",
      created_at: "ms",
      updated_at: "ms",
    },
    primaryKey: ["workspace_id", "name"],
  }),
  createTable("lead_files", {
    columns: {
      workspace_id: "id",
      id: "id",
      lead_id: "id",
      submission_id: "id",
      field: "text(100)",
      name: "text(200)",
      content_type: "ascii(100)",
      size: "int",
      created_at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
    index: [
      ["workspace_id", "lead_id"],
      ["workspace_id", "submission_id"],
    ],
  }),
  createTable("lead_downloads", {
    columns: {
      workspace_id: "id",
      id: "id",
      lead_id: "id",
      submission_id: "id",
      file_id: "id",
      name: "text(200)",
      machine: "bool",
      created_at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
    index: [
      ["workspace_id", "lead_id"],
      ["workspace_id", "submission_id"],
    ],
  }),
];
