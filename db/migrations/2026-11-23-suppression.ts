import { createTable, type Migration } from "./step";

export const suppressionMigrations: readonly Migration[] = [
  createTable("suppressions", {
    columns: {
      workspace_id: "id",
      address_hash: "ascii(32)",
      norm_version: "int",
      topic_id: "ascii(26)",
      reason: "ascii(20)",
      source: "ascii(20)",
      created_at: "ms",
      lifted_at: "ms?",
      delivery_id: "ascii(26)",
      noted_at: "ms?",
    },
    primaryKey: ["workspace_id", "address_hash", "norm_version", "topic_id"],
  }),
  createTable("platform_suppressions", {
    columns: { address_hash: "ascii(32)", norm_version: "int", reason: "ascii(20)", created_at: "ms" },
    primaryKey: ["address_hash", "norm_version"],
  }),
];
