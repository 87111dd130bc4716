import { createTable, type Migration } from "./step";

export const eventsMigrations: readonly Migration[] = [
  createTable("outbox_events", {
    columns: {
      id: "id",
      shard: "int",
      workspace_id: "ascii(26)",
      type: "ascii(60)",
      payload: "long",
      run_at: "ms",
      created_at: "ms",
    },
    primaryKey: ["id"],
    index: [["shard", "run_at"]],
  }),
  createTable("reactions", {
    columns: { event_id: "id", reaction: "ascii(80)", created_at: "ms" },
    primaryKey: ["event_id", "reaction"],
    index: [["created_at"]],
  }),
];
