import { c, defineTables } from "./define";

export const mailTables = defineTables("mail", {
  mail_messages: {
    scope: "queue",
    purpose: "provide_service",
    basis: "contract",
    retention: "work",
    exported: false,
    subject: { kind: "address", column: "to_address", erase: "delete" },
    columns: {
      id: c.id(),
      shard: c.int(),
      /** Empty for messages of the platform. */
      workspace_id: c.ascii(26),
      /** confirmation, download, security, billing, policy, test, marketing-test */
      kind: c.ascii(20),
      to_address: c.text(320).personal(),
      message_id: c.ascii(120),
      subject: c.text(500).personal(),
      html: c.long().personal(),
      text: c.long().personal(),
      /** JSON of from, reply-to and extra headers. */
      envelope: c.json().personal(),
      /** prepared, sending, sent, failed, unknown */
      state: c.ascii(12),
      run_at: c.ms(),
      attempts: c.int(),
      lease_owner: c.ascii(40),
      lease_until: c.ms(),
      lease_epoch: c.int(),
      last_error: c.text(500),
      created_at: c.ms(),
      sent_at: c.ms().nullable(),
    },
    primaryKey: ["id"],
    index: [
      ["shard", "run_at"],
      ["state", "run_at"],
      ["workspace_id", "created_at"],
    ],
  },
  /** Messages kept by the built-in outbox instead of being handed to SMTP. */
  outbox_messages: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "contract",
    retention: "work",
    exported: false,
    subject: { kind: "address", column: "to_address", erase: "delete" },
    columns: {
      /** Twenty-six zeros for system mail, which members never see. */
      workspace_id: c.id(),
      id: c.id(),
      /** marketing, test or system */
      audience: c.ascii(12),
      to_address: c.text(320).personal(),
      subject: c.text(500).personal(),
      /** Name of the .eml file below the data folder. */
      file: c.ascii(200),
      delivery_id: c.ascii(26),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "delivery_id"]],
  },
});
