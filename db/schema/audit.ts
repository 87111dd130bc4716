import { c, defineTables } from "./define";

export const auditTables = defineTables("audit", {
  audit_entries: {
    scope: "tenant",
    purpose: "security",
    basis: "legitimate_interest",
    retention: "proof",
    exported: true,
    columns: {
      /** The workspace, or twenty-six zeros for the platform. */
      workspace_id: c.id(),
      id: c.id(),
      at: c.ms(),
      actor_kind: c.ascii(12),
      actor_id: c.ascii(26),
      action: c.ascii(80),
      target_kind: c.ascii(40),
      target_id: c.ascii(64),
      /** SHA-256 over salt and detail, or empty without detail. */
      commitment: c.ascii(64),
      /** Given by the sealer; null until then. */
      sequence: c.int().nullable(),
      previous_hash: c.ascii(64).nullable(),
      hash: c.ascii(64).nullable(),
      /** Empty, or the workspace whose sealed chain was imported. */
      segment: c.ascii(26),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "sequence"], ["sequence"]],
  },
  audit_details: {
    scope: "tenant",
    purpose: "security",
    basis: "legitimate_interest",
    retention: "security",
    exported: true,
    subject: { kind: "lead", column: "subject_id", erase: "delete" },
    columns: {
      workspace_id: c.id(),
      entry_id: c.id(),
      /** Lead or account the detail speaks of, or empty. */
      subject_id: c.ascii(26),
      detail: c.json().personal(),
      salt: c.ascii(64),
    },
    primaryKey: ["workspace_id", "entry_id"],
    index: [["workspace_id", "subject_id"]],
  },
  audit_heads: {
    scope: "tenant",
    purpose: "security",
    basis: "none_personal",
    retention: "proof",
    exported: false,
    columns: {
      workspace_id: c.id(),
      day: c.ascii(10),
      sequence: c.int(),
      hash: c.ascii(64),
      signature: c.ascii(100),
      signed_at: c.ms(),
    },
    primaryKey: ["workspace_id", "day"],
  },
});
