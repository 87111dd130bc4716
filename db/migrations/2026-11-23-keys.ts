import { createTable, type Migration } from "./step";

export const keysMigrations: readonly Migration[] = [
  createTable("key_ring", {
    columns: {
      id: "id",
      short_id: "int",
      purpose: "ascii(40)",
      workspace_id: "ascii(26)",
      wrapped: "ascii(255)",
      created_at: "ms",
      retired_at: "ms?",
    },
    primaryKey: ["id"],
    unique: [["short_id"]],
    index: [["workspace_id", "purpose"]],
  }),
  createTable("instance_facts", {
    columns: { name: "ascii(60)", value: "text(1000)", updated_at: "ms" },
    primaryKey: ["name"],
  }),
];
