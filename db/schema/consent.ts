import { c, defineTables } from "./define";

export const consentTables = defineTables("consent", {
  topics: {
    scope: "tenant",
    purpose: "send_marketing",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      name: c.text(120),
      description: c.text(500),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
  },
  /** Evidence: append-only, one row for each act of giving or withdrawing. */
  consents: {
    scope: "tenant",
    purpose: "proof_of_consent",
    basis: "legal_obligation",
    retention: "proof",
    exported: true,
    subject: {
      kind: "address",
      column: "address_hash",
      erase: "anonymise",
    },
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      address_hash: c.ascii(32),
      lead_id: c.ascii(26).personal(),
      /** mail, tracking, or another purpose named by a consent box */
      purpose: c.ascii(40),
      /** requested (double opt-in pending), granted, withdrawn or imported */
      act: c.ascii(12),
      wording: c.text(2000),
      wording_hash: c.ascii(64),
      locale: c.ascii(12),
      /** form, confirmation, preferences, api, staff, import, one_click */
      method: c.ascii(20),
      form_id: c.ascii(26),
      page_version_id: c.ascii(26),
      submission_id: c.ascii(26),
      /** Truncated address of the visitor. */
      ip: c.ascii(45).personal(),
      at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "address_hash", "purpose"]],
  },
  /** The present answer of each person, kept with the evidence in one transaction. */
  consent_states: {
    scope: "tenant",
    purpose: "send_marketing",
    basis: "consent",
    retention: "leads",
    exported: true,
    subject: {
      kind: "address",
      column: "address_hash",
      erase: "delete",
      reason: "only what was withdrawn stays: a keyed hash that keeps the person unwritten to",
    },
    columns: {
      workspace_id: c.id(),
      address_hash: c.ascii(32),
      purpose: c.ascii(40),
      /** pending, granted or withdrawn */
      state: c.ascii(12),
      /** consent or legitimate_interest */
      basis: c.ascii(24),
      consent_id: c.id(),
      updated_at: c.ms(),
    },
    primaryKey: ["workspace_id", "address_hash", "purpose"],
  },
  /** How often at most a person wants marketing mail; without a row as often as it is sent. */
  mail_frequencies: {
    scope: "tenant",
    purpose: "send_marketing",
    basis: "consent",
    retention: "marketing",
    exported: true,
    subject: { kind: "address", column: "address_hash", erase: "delete" },
    columns: {
      workspace_id: c.id(),
      address_hash: c.ascii(32),
      every_days: c.int(),
      updated_at: c.ms(),
    },
    primaryKey: ["workspace_id", "address_hash"],
  },
  restrictions: {
    scope: "tenant",
    purpose: "honour_rights",
    basis: "legal_obligation",
    retention: "proof",
    exported: true,
    subject: { kind: "lead", column: "lead_id", erase: "delete" },
    columns: {
      workspace_id: c.id(),
      lead_id: c.id(),
      reason: c.text(500),
      created_at: c.ms(),
      lifted_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "lead_id"],
  },
  legal_holds: {
    scope: "tenant",
    purpose: "legal_claims",
    basis: "legal_obligation",
    retention: "proof",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      reason: c.text(500),
      created_at: c.ms(),
      released_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
  },
  /** Cookie choices of visitors; carries no address. */
  cookie_choices: {
    scope: "tenant",
    purpose: "proof_of_consent",
    basis: "legal_obligation",
    retention: "proof",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      site_id: c.id(),
      page_version_id: c.ascii(26),
      analytics: c.bool(),
      marketing: c.bool(),
      functional: c.bool(),
      /** The browser asked not to have data sold or shared. */
      gpc: c.bool(),
      /** The browser asked not to be tracked. */
      dnt: c.bool(),
      wording_version: c.ascii(40),
      /** Names the text in cookie_wordings; empty when nothing was offered. */
      wording_hash: c.ascii(64),
      at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
  },
  /** What visitors read when they chose, each text once. */
  cookie_wordings: {
    scope: "tenant",
    purpose: "proof_of_consent",
    basis: "none_personal",
    retention: "proof",
    exported: true,
    columns: {
      workspace_id: c.id(),
      hash: c.ascii(64),
      language: c.ascii(12),
      text: c.long(),
      first_at: c.ms(),
    },
    primaryKey: ["workspace_id", "hash"],
  },
  /** Services of others that pages may load, for those who agree to their category. */
  third_parties: {
    scope: "tenant",
    purpose: "build_pages",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      /** Empty: on every site of the workspace. */
      site_id: c.ascii(26),
      name: c.text(80),
      vendor: c.text(120),
      purpose: c.text(300),
      /** analytics, marketing or functional */
      category: c.ascii(12),
      privacy_url: c.text(500),
      scripts: c.json(),
      /** Runs before the scripts, on pages only, under its own hash. */
      start_code: c.long(),
      /** Origins that the service may reach, in the policy of pages. */
      hosts: c.json(),
      /** Cookies and stored entries that are removed at withdrawal; `*` at the end stands for anything. */
      stored_names: c.json(),
      created_at: c.ms(),
      updated_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
  },
});
