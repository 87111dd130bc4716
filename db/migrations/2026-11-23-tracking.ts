import { createTable, type Migration } from "./step";

export const trackingMigrations: readonly Migration[] = [
  createTable("visits", {
    columns: {
      workspace_id: "id",
      id: "id",
      page_id: "id",
      page_version_id: "ascii(26)",
      visitor_key: "ascii(32)",
      at: "ms",
      duration_ms: "int",
      referrer_host: "ascii(255)",
      utm_source: "text(200)",
      utm_medium: "text(200)",
      utm_campaign: "text(200)",
      browser: "ascii(40)",
      os: "ascii(40)",
      device: "ascii(12)",
      time_zone: "ascii(60)",
      language: "ascii(12)",
      ip: "ascii(45)",
      is_bot: "bool",
      form_started: "bool",
      consent: "ascii(12)",
      lead_id: "ascii(26)",
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "page_id", "at"]],
  }),
  createTable("visitor_salts", {
    columns: { day: "ascii(10)", salt: "ascii(64)", created_at: "ms" },
    primaryKey: ["day"],
  }),
  createTable("opens", {
    columns: {
      workspace_id: "id",
      id: "id",
      campaign_id: "id",
      delivery_id: "id",
      kind: "ascii(12)",
      at: "ms",
      user_agent: "text(300)",
    },
    primaryKey: ["workspace_id", "id"],
    index: [
      ["workspace_id", "campaign_id", "at"],
      ["workspace_id", "delivery_id"],
    ],
  }),
  createTable("clicks", {
    columns: {
      workspace_id: "id",
      id: "id",
      campaign_id: "id",
      delivery_id: "id",
      link: "int",
      kind: "ascii(12)",
      at: "ms",
      user_agent: "text(300)",
    },
    primaryKey: ["workspace_id", "id"],
    index: [
      ["workspace_id", "campaign_id", "at"],
      ["workspace_id", "delivery_id"],
    ],
  }),
];
