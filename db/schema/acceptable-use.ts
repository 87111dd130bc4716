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
});
