import { c, defineTables } from "./define";

export const suppressionTables = defineTables("suppression", {
  suppressions: {
    scope: "tenant",
    purpose: "honour_optout",
    basis: "legal_obligation",
    retention: "forever",
    exported: true,
    subject: {
      kind: "address",
      column: "address_hash",
      erase: "keep",
      reason: "keeps the person unwritten to; a keyed hash, no address",
    },
    columns: {
      workspace_id: c.id(),
      /** First 16 bytes of HMAC-SHA256 with the workspace's key, hex. */
      address_hash: c.ascii(32),
      /** Version of the frozen address normalisation. */
      norm_version: c.int(),
      /** A topic id, or empty for all marketing. */
      topic_id: c.ascii(26),
      /** unsubscribe, complaint, bounce, objection, staff, import, erasure */
      reason: c.ascii(20),
      /** one_click, page, preferences, api, staff, import, provider */
      source: c.ascii(20),
      created_at: c.ms(),
      /** Set only by the person; a lifted row stays as history. */
      lifted_at: c.ms().nullable(),
      delivery_id: c.ascii(26),
      /** After a complaint: when staff noted that the person asked for mail again. */
      noted_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "address_hash", "norm_version", "topic_id"],
    index: [["workspace_id", "created_at", "address_hash", "topic_id"]],
  },
  platform_suppressions: {
    scope: "platform",
    purpose: "honour_optout",
    basis: "legal_obligation",
    retention: "forever",
    exported: false,
    subject: {
      kind: "address",
      column: "address_hash",
      erase: "keep",
      reason: "keeps the person unwritten to; a keyed hash, no address",
    },
    columns: {
      address_hash: c.ascii(32),
      norm_version: c.int(),
      reason: c.ascii(20),
      created_at: c.ms(),
    },
    primaryKey: ["address_hash", "norm_version"],
  },
});
