import { createTable, type Migration } from "./step";

export const accountsMigrations: readonly Migration[] = [
  createTable("accounts", {
    columns: {
      id: "id",
      email: "text(320)",
      email_key: "text(320)",
      name: "text(200)",
      password_hash: "ascii(255)",
      email_confirmed_at: "ms?",
      is_operator: "bool",
      locale: "ascii(12)",
      created_at: "ms",
      last_seen_at: "ms",
      closed_at: "ms?",
    },
    primaryKey: ["id"],
    unique: [["email_key"]],
  }),
  createTable("sessions", {
    columns: {
      token_hash: "ascii(64)",
      account_id: "id",
      created_at: "ms",
      last_seen_at: "ms",
      expires_at: "ms",
      ip: "ascii(45)",
      user_agent: "text(300)",
    },
    primaryKey: ["token_hash"],
    index: [["account_id"], ["expires_at"]],
  }),
  createTable("account_tokens", {
    columns: {
      token_hash: "ascii(64)",
      account_id: "ascii(26)",
      purpose: "ascii(20)",
      expires_at: "ms",
      used_at: "ms?",
      created_at: "ms",
    },
    primaryKey: ["token_hash"],
    index: [["account_id"], ["expires_at"]],
  }),
];
