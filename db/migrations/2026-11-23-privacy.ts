import { createTable, type Migration } from "./step";

export const privacyMigrations: readonly Migration[] = [
  createTable("privacy_requests", {
    columns: {
      workspace_id: "id",
      id: "id",
      kind: "ascii(16)",
      email: "text(320)",
      address_hash: "ascii(32)",
      name: "text(120)",
      message: "text(2000)",
      state: "ascii(12)",
      created_at: "ms",
      confirmed_at: "ms?",
      due_at: "ms?",
      closed_at: "ms?",
      closed_by: "ascii(26)",
      answer: "text(4000)",
    },
    primaryKey: ["workspace_id", "id"],
    index: [["state", "created_at"]],
  }),
];
