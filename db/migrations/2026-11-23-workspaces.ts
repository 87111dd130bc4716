import { createTable, type Migration } from "./step";

export const workspacesMigrations: readonly Migration[] = [
  createTable("workspaces", {
    columns: {
      id: "id",
      slug: "ascii(40)",
      name: "text(120)",
      standing: "ascii(12)",
      standing_reason: "text(500)",
      standing_at: "ms",
      time_zone: "ascii(60)",
      locale: "ascii(12)",
      double_opt_in: "bool",
      tracking_default: "ascii(12)",
      privacy_settings: "long",
      minimum_age: "int",
      created_at: "ms",
      delete_after: "ms?",
    },
    primaryKey: ["id"],
    unique: [["slug"]],
  }),
  createTable("memberships", {
    columns: { workspace_id: "id", account_id: "id", role: "ascii(12)", created_at: "ms" },
    primaryKey: ["workspace_id", "account_id"],
    index: [["account_id"]],
  }),
  createTable("invitations", {
    columns: {
      workspace_id: "id",
      id: "id",
      email: "text(320)",
      role: "ascii(12)",
      token_hash: "ascii(64)",
      invited_by: "id",
      expires_at: "ms",
      accepted_at: "ms?",
      created_at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
    index: [["token_hash"]],
  }),
  createTable("tombstones", {
    columns: { workspace_id: "id", deleted_at: "ms", certificate: "long" },
    primaryKey: ["workspace_id"],
  }),
  createTable("edge_changes", {
    columns: { id: "id", kind: "ascii(16)", workspace_id: "ascii(26)", ref: "ascii(64)", at: "ms" },
    primaryKey: ["id"],
    index: [["at"]],
  }),
];
