import { c, defineTables } from "./define";

export const privacyTables = defineTables("privacy", {
  privacy_requests: {
    scope: "tenant",
    purpose: "honour_rights",
    basis: "legal_obligation",
    retention: "support",
    exported: true,
    subject: {
      kind: "address",
      column: "address_hash",
      erase: "keep",
      reason: "proof that the request was answered; removed with the proofs",
    },
    columns: {
      /** Twenty-six zeros for requests to the operator of the instance. */
      workspace_id: c.id(),
      id: c.id(),
      /** access, correction, erasure, restriction, portability or objection */
      kind: c.ascii(16),
      email: c.text(320).personal(),
      address_hash: c.ascii(32),
      name: c.text(120).personal(),
      message: c.text(2000).personal(),
      /** unconfirmed, open, done or refused */
      state: c.ascii(12),
      created_at: c.ms(),
      confirmed_at: c.ms().nullable(),
      due_at: c.ms().nullable(),
      closed_at: c.ms().nullable(),
      closed_by: c.ascii(26),
      answer: c.text(4000).personal(),
      /** Language of the letters to the person. */
      locale: c.ascii(12),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["state", "created_at"]],
  },
});
