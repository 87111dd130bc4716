import { createTable, type Migration } from "./step";

export const analyticsMigrations: readonly Migration[] = [
  createTable("page_rollups", {
    columns: {
      workspace_id: "id",
      page_id: "id",
      slot: "ms",
      views: "int",
      visitors: "int",
      leads: "int",
      duration_ms: "int",
    },
    primaryKey: ["workspace_id", "page_id", "slot"],
  }),
];
