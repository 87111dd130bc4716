import { c, defineTables } from "./define";

export const campaignsTables = defineTables("campaigns", {
  campaigns: {
    scope: "tenant",
    purpose: "send_marketing",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      name: c.text(200),
      subject: c.text(500),
      preheader: c.text(300),
      sender_id: c.ascii(26),
      topic_id: c.ascii(26),
      segment_id: c.ascii(26),
      /** JSON of MailDocument: the master. */
      document: c.json(),
      revision: c.int(),
      /** draft, preparing, scheduled, sending, paused, sent or stopped */
      state: c.ascii(12),
      version_id: c.ascii(26),
      /** Rows written for the audience so far; equals the sum of the states of its deliveries. */
      candidates: c.int(),
      /** Where freezing the audience goes on after an interruption. */
      audience_cursor: c.ascii(200),
      send_at: c.ms().nullable(),
      created_at: c.ms(),
      updated_at: c.ms(),
      started_at: c.ms().nullable(),
      finished_at: c.ms().nullable(),
      /** Account or key that paused it; empty when something else holds it back. */
      paused_by: c.ascii(26),
    },
    primaryKey: ["workspace_id", "id"],
    index: [
      ["workspace_id", "state"],
      ["state", "send_at"],
    ],
  },
  /** What was frozen at delivery: sender, rendered template and link targets. */
  campaign_versions: {
    scope: "tenant",
    purpose: "send_marketing",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      campaign_id: c.id(),
      subject: c.text(500),
      /** Rendered HTML with merge slots and link slots. */
      html: c.long(),
      text: c.long(),
      /** JSON array of link targets; a click token names an index. */
      links: c.json(),
      /** JSON of the frozen sender. */
      sender: c.json(),
      topic_id: c.ascii(26),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
  },
  deliveries: {
    scope: "tenant",
    purpose: "send_marketing",
    basis: "consent",
    retention: "messages",
    exported: true,
    subject: { kind: "lead", column: "lead_id", erase: "anonymise" },
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      campaign_id: c.id(),
      lead_id: c.ascii(26).personal(),
      email: c.text(320).personal(),
      address_hash: c.ascii(32).personal(),
      /** prepared, sending, sent, failed, excluded, cancelled or unknown */
      state: c.ascii(12),
      /** Why excluded or failed. */
      reason: c.ascii(40),
      /** 1: open beacon and rewritten links may identify this person. */
      tracked: c.bool(),
      detail: c.text(500).personal(),
      lease_owner: c.ascii(40),
      lease_until: c.ms(),
      lease_epoch: c.int(),
      attempts: c.int(),
      run_at: c.ms(),
      sent_at: c.ms().nullable(),
      delivered_at: c.ms().nullable(),
      opened_human_at: c.ms().nullable(),
      opened_machine_at: c.ms().nullable(),
      opened_unknown_at: c.ms().nullable(),
      clicked_at: c.ms().nullable(),
      unsubscribed_at: c.ms().nullable(),
      bounced_at: c.ms().nullable(),
      complained_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
    unique: [["workspace_id", "campaign_id", "lead_id", "id"]],
    index: [
      ["workspace_id", "campaign_id", "state", "run_at"],
      ["workspace_id", "lead_id"],
      ["workspace_id", "address_hash"],
    ],
  },
});
