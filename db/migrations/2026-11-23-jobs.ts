import { createTable, type Migration } from "./step";

export const jobsMigrations: readonly Migration[] = [
  createTable("jobs", {
    columns: {
      id: "id",
      shard: "int",
      workspace_id: "ascii(26)",
      name: "ascii(80)",
      payload: "long",
      unique_key: "ascii(120)",
      state: "ascii(12)",
      run_at: "ms",
      attempts: "int",
      max_attempts: "int",
      lease_owner: "ascii(40)",
      lease_until: "ms",
      lease_epoch: "int",
      last_error: "text(500)",
      created_at: "ms",
    },
    primaryKey: ["id"],
    unique: [["unique_key"]],
    index: [
      ["shard", "run_at"],
      ["state", "run_at"],
      ["workspace_id", "name"],
    ],
  }),
  createTable("recurring_runs", {
    columns: { name: "ascii(80)", slot: "ms", claimed_at: "ms" },
    primaryKey: ["name", "slot"],
  }),
  createTable("leases", {
    columns: { name: "ascii(80)", lease_owner: "ascii(40)", lease_until: "ms", lease_epoch: "int" },
    primaryKey: ["name"],
  }),
];
