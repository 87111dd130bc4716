import { createTable, type Migration } from "./step";

export const segmentsMigrations: readonly Migration[] = [
  createTable("segments", {
    columns: {
      workspace_id: "id",
      id: "id",
      name: "text(120)",
      filter: "long",
      created_at: "ms",
      updated_at: "ms",
      removed_at: "ms?",
    },
    primaryKey: ["workspace_id", "id"],
  }),
];
