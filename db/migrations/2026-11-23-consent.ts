import { createTable, type Migration } from "./step";

export const consentMigrations: readonly Migration[] = [
  createTable("topics", {
    columns: { workspace_id: "id", id: "id", name: "text(120)", description: "text(500)", created_at: "ms" },
    primaryKey: ["workspace_id", "id"],
  }),
  createTable("consents", {
    columns: {
      workspace_id: "id",
      id: "id",
      address_hash: "ascii(32)",
      lead_id: "ascii(26)",
      purpose: "ascii(40)",
      act: "ascii(12)",
      wording: "text(2000)",
      wording_hash: "ascii(64)",
      locale: "ascii(12)",
      method: "ascii(20)",
      form_id: "ascii(26)",
      page_version_id: "ascii(26)",
      submission_id: "ascii(26)",
      ip: "ascii(45)",
      at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "address_hash", "purpose"]],
  }),
  createTable("consent_states", {
    columns: {
      workspace_id: "id",
      address_hash: "ascii(32)",
      purpose: "ascii(40)",
      state: "ascii(12)",
      basis: "ascii(24)",
      consent_id: "id",
      updated_at: "ms",
    },
    primaryKey: ["workspace_id", "address_hash", "purpose"],
  }),
  createTable("restrictions", {
    columns: { workspace_id: "id", lead_id: "id", reason: "text(500)", created_at: "ms", lifted_at: "ms?" },
    primaryKey: ["workspace_id", "lead_id"],
  }),
  createTable("legal_holds", {
    columns: { workspace_id: "id", id: "id", reason: "text(500)", created_at: "ms", released_at: "ms?" },
    primaryKey: ["workspace_id", "id"],
  }),
  createTable("cookie_choices", {
    columns: {
      workspace_id: "id",
      id: "id",
      site_id: "id",
      page_version_id: "ascii(26)",
      analytics: "bool",
      marketing: "bool",
      gpc: "bool",
      wording_version: "ascii(40)",
      at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
  }),
];
