import { c, defineTables } from "./define";

export const workspacesTables = defineTables("workspaces", {
  workspaces: {
    scope: "platform",
    purpose: "provide_service",
    basis: "contract",
    retention: "workspace",
    exported: true,
    columns: {
      id: c.id(),
      slug: c.ascii(40),
      name: c.text(120),
      /** good, paused, suspended or closing */
      standing: c.ascii(12),
      standing_reason: c.text(500),
      standing_at: c.ms(),
      time_zone: c.ascii(60),
      locale: c.ascii(12),
      double_opt_in: c.bool(),
      /** What unknown tracking consent means: anonymous or identify. */
      tracking_default: c.ascii(12),
      /** JSON of PrivacySettings: controller, contact, address, purposes, retention. */
      privacy_settings: c.json(),
      minimum_age: c.int(),
      /** exact, or rounded: reports show tens and hide small groups. */
      report_figures: c.ascii(12),
      created_at: c.ms(),
      /** Set by terminating; everything is deleted after it. */
      delete_after: c.ms().nullable(),
      /** From then on people go by their age: set when the owners were told, or chose the periods. Empty: nobody was told yet. */
      people_go_from: c.ms().nullable(),
      /** When the owners last had a letter about people who go. Empty: none yet, or they chose the periods after it. */
      people_told_at: c.ms().nullable(),
    },
    primaryKey: ["id"],
    unique: [["slug"]],
  },
  memberships: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "contract",
    retention: "workspace",
    exported: true,
    subject: { kind: "account", column: "account_id", erase: "delete" },
    columns: {
      workspace_id: c.id(),
      account_id: c.id(),
      /** owner, admin, manager or member */
      role: c.ascii(12),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "account_id"],
    index: [["account_id"]],
  },
  invitations: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "contract",
    retention: "work",
    exported: false,
    subject: { kind: "address", column: "email", erase: "delete" },
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      email: c.text(320).personal(),
      role: c.ascii(12),
      token_hash: c.ascii(64).secret(),
      invited_by: c.id(),
      expires_at: c.ms(),
      accepted_at: c.ms().nullable(),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["token_hash"]],
  },
  /** What is left of a deleted workspace, so that links in old mail keep working. */
  tombstones: {
    scope: "platform",
    purpose: "honour_optout",
    basis: "legal_obligation",
    retention: "forever",
    exported: false,
    columns: { workspace_id: c.id(), deleted_at: c.ms(), certificate: c.json() },
    primaryKey: ["workspace_id"],
  },
  /** News for the caches of every process; polled with overlap, removed after an hour. */
  edge_changes: {
    scope: "platform",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "work",
    exported: false,
    columns: {
      id: c.id(),
      /** publication, standing, host or campaign */
      kind: c.ascii(16),
      workspace_id: c.ascii(26),
      ref: c.ascii(64),
      at: c.ms(),
    },
    primaryKey: ["id"],
    index: [["at"]],
  },
});
