import { createTable, type Migration } from "./step";

export const developerMigrations: readonly Migration[] = [
  createTable("api_keys", {
    columns: {
      workspace_id: "id",
      id: "id",
      name: "text(120)",
      secret_hash: "ascii(64)",
      scopes: "ascii(500)",
      created_by: "ascii(26)",
      created_at: "ms",
      last_used_at: "ms?",
      revoked_at: "ms?",
    },
    primaryKey: ["workspace_id", "id"],
    unique: [["id"]],
  }),
  createTable("idempotency_answers", {
    columns: {
      workspace_id: "id",
      api_key_id: "id",
      route: "ascii(120)",
      key_hash: "ascii(64)",
      body_hash: "ascii(64)",
      status: "int",
      answer: "long",
      created_at: "ms",
    },
    primaryKey: ["workspace_id", "api_key_id", "route", "key_hash"],
    index: [["created_at"]],
  }),
];
