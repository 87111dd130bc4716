import { createTable, type Migration } from "./step";

export const analyticsMigrations: readonly Migration[] = [
  createTable("page_rollups", {
    columns: {
      workspace_id: "id",
      page_id: "id",
      slot: "ms",
      views: "int",
      visitors: "int",
      form_starts: "int",
      leads: "int",
      bots: "int",
      duration_ms: "int",
    },
    primaryKey: ["workspace_id", "page_id", "slot"],
  }),
  createTable("rollup_progress", {
    columns: { workspace_id: "id", rolled_until: "ms" },
    primaryKey: ["workspace_id"],
  }),
];
