import { createTable, type Migration } from "./step";

export const mailMigrations: readonly Migration[] = [
  createTable("mail_messages", {
    columns: {
      id: "id",
      shard: "int",
      workspace_id: "ascii(26)",
      kind: "ascii(20)",
      to_address: "text(320)",
      message_id: "ascii(120)",
      subject: "text(500)",
      html: "long",
      text: "long",
      envelope: "long",
      state: "ascii(12)",
      run_at: "ms",
      attempts: "int",
      lease_owner: "ascii(40)",
      lease_until: "ms",
      lease_epoch: "int",
      last_error: "text(500)",
      created_at: "ms",
      sent_at: "ms?",
    },
    primaryKey: ["id"],
    index: [
      ["shard", "run_at"],
      ["state", "run_at"],
      ["workspace_id", "created_at"],
    ],
  }),
  createTable("outbox_messages", {
    columns: {
      workspace_id: "id",
      id: "id",
      audience: "ascii(12)",
      to_address: "text(320)",
      subject: "text(500)",
      file: "ascii(200)",
      delivery_id: "ascii(26)",
      created_at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "delivery_id"]],
  }),
];
