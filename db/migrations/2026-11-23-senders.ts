import { createTable, type Migration } from "./step";

export const sendersMigrations: readonly Migration[] = [
  createTable("senders", {
    columns: {
      workspace_id: "id",
      id: "id",
      from_name: "text(120)",
      from_email: "text(320)",
      reply_to: "text(320)",
      postal_address: "text(500)",
      state: "ascii(12)",
      created_at: "ms",
      removed_at: "ms?",
    },
    primaryKey: ["workspace_id", "id"],
  }),
  createTable("sending_domains", {
    columns: {
      workspace_id: "id",
      domain: "ascii(255)",
      selector: "ascii(63)",
      dkim_private: "long",
      dkim_public: "long",
      spf_state: "ascii(12)",
      dkim_state: "ascii(12)",
      dmarc_state: "ascii(12)",
      checked_at: "ms?",
      created_at: "ms",
    },
    primaryKey: ["workspace_id", "domain"],
  }),
];
