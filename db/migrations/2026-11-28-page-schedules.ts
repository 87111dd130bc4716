import { createTable, type Migration } from "./step";

export const pageSchedulesMigrations: readonly Migration[] = [
  createTable("page_schedules", {
    columns: {
      workspace_id: "id",
      id: "id",
      page_id: "id",
      act: "ascii(12)",
      wall_time: "ascii(16)",
      time_zone: "ascii(64)",
      run_at: "ms",
      state: "ascii(12)",
      outcome: "text(500)",
      created_kind: "ascii(12)",
      created_by: "ascii(26)",
      created_at: "ms",
      done_at: "ms?",
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "page_id"]],
  }),
];
