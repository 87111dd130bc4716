import { c, defineTables } from "./define";

export const acceptableUseTables = defineTables("acceptable-use", {
  aup_findings: {
    scope: "tenant",
    purpose: "enforce_policy",
    basis: "contract",
    retention: "proof",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      /** page, campaign or workspace */
      subject_kind: c.ascii(12),
      subject_id: c.ascii(26),
      rule: c.ascii(60),
      severity: c.ascii(12),
      message: c.text(500),
      evidence: c.text(1000),
      remedy: c.text(500),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "subject_id"]],
  },
  standing_actions: {
    scope: "tenant",
    purpose: "enforce_policy",
    basis: "contract",
    retention: "proof",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      /** suspend, reinstate, pause, resume or appeal */
      action: c.ascii(12),
      rule: c.ascii(60),
      reason: c.text(1000),
      actor_id: c.ascii(26),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
  },
  /** What people outside told about hosted content or mail. */
  abuse_notices: {
    scope: "tenant",
    purpose: "enforce_policy",
    basis: "legal_obligation",
    retention: "support",
    exported: false,
    subject: {
      kind: "address",
      column: "reporter_email",
      erase: "keep",
      reason: "the report and its decision are proof of how it was treated",
    },
    columns: {
      /** Twenty-six zeros when no site of the instance was recognised. */
      workspace_id: c.id(),
      id: c.id(),
      rule: c.ascii(60),
      /** What is reported, as the person wrote it: an address, or the subject of a message. */
      subject: c.text(1000),
      explanation: c.text(4000).personal(),
      reporter_name: c.text(120).personal(),
      reporter_email: c.text(320).personal(),
      /** open or closed */
      state: c.ascii(12),
      decision: c.text(2000),
      created_at: c.ms(),
      closed_at: c.ms().nullable(),
      closed_by: c.ascii(26),
      /** Language of the letter with the decision. */
      locale: c.ascii(12),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["state", "id"]],
  },
});
