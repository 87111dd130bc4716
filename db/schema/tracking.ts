import { c, defineTables } from "./define";

export const trackingTables = defineTables("tracking", {
  visits: {
    scope: "tenant",
    purpose: "measure_pages",
    basis: "legitimate_interest",
    retention: "visits",
    exported: true,
    subject: {
      kind: "lead",
      column: "lead_id",
      erase: "keep",
      reason: "A visit names nobody: the submission that named it goes",
    },
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      page_id: c.id(),
      page_version_id: c.ascii(26),
      /** Keyed with a salt that is deleted after its day; never a cookie without consent. */
      visitor_key: c.ascii(32),
      at: c.ms(),
      duration_ms: c.int(),
      referrer_host: c.ascii(255),
      utm_source: c.text(200),
      utm_medium: c.text(200),
      utm_campaign: c.text(200),
      browser: c.ascii(40),
      os: c.ascii(40),
      device: c.ascii(12),
      time_zone: c.ascii(60),
      language: c.ascii(12),
      /** Truncated address. */
      ip: c.ascii(45).personal(),
      is_bot: c.bool(),
      /** The visitor began to fill in a form. */
      form_started: c.bool(),
      /** none, analytics, or returning: analytics, and here before today */
      consent: c.ascii(12),
      /** Country or region (ISO 3166), where a source is configured; never finer. */
      place: c.ascii(6),
      /** Always empty. A submission names its visit where its person agreed to tracking, never a visit its person. */
      lead_id: c.ascii(26),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "page_id", "at"]],
  },
  /** That a visitor became a lead on a version of a page; says neither which lead nor which visit. */
  conversions: {
    scope: "tenant",
    purpose: "measure_pages",
    basis: "legitimate_interest",
    retention: "visits",
    exported: true,
    columns: {
      workspace_id: c.id(),
      page_version_id: c.id(),
      visitor_key: c.ascii(32),
      page_id: c.id(),
      /** The quarter of an hour, so that the moment gives no lead away. */
      at: c.ms(),
    },
    primaryKey: ["workspace_id", "page_version_id", "visitor_key"],
    index: [["workspace_id", "page_id", "at"]],
  },
  visitor_salts: {
    scope: "platform",
    purpose: "measure_pages",
    basis: "none_personal",
    retention: "work",
    exported: false,
    columns: { day: c.ascii(10), salt: c.ascii(64).secret(), created_at: c.ms() },
    primaryKey: ["day"],
  },
  opens: {
    scope: "tenant",
    purpose: "measure_mail",
    basis: "consent",
    retention: "messages",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      campaign_id: c.id(),
      delivery_id: c.id(),
      /** human, machine or unknown */
      kind: c.ascii(12),
      at: c.ms(),
      user_agent: c.text(300).personal(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [
      ["workspace_id", "campaign_id", "at"],
      ["workspace_id", "delivery_id"],
    ],
  },
  clicks: {
    scope: "tenant",
    purpose: "measure_mail",
    basis: "consent",
    retention: "messages",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      campaign_id: c.id(),
      delivery_id: c.id(),
      link: c.int(),
      kind: c.ascii(12),
      at: c.ms(),
      user_agent: c.text(300).personal(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [
      ["workspace_id", "campaign_id", "at"],
      ["workspace_id", "delivery_id"],
    ],
  },
});
