import { c, defineTables } from "./define";

export const leadsTables = defineTables("leads", {
  leads: {
    scope: "tenant",
    purpose: "manage_leads",
    basis: "controller_instruction",
    retention: "leads",
    exported: true,
    subject: { kind: "lead", column: "id", erase: "delete" },
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      /** As typed; empty for a submission without address. */
      email: c.text(320).personal(),
      /** Merge key: normalised address, or the lead's own id without one. */
      email_key: c.text(320).personal(),
      /** Suppression and consent key of the address, hex; empty without one. */
      address_hash: c.ascii(32).personal(),
      name: c.text(200).personal(),
      /** JSON object: field name to string value (last write wins). */
      fields: c.json().personal(),
      /** JSON object: field name to where the value came from. */
      field_sources: c.json(),
      /** Folded text (lower case, no marks) that search looks into. */
      search_text: c.text(1000).personal(),
      /** form, import, api or staff */
      origin: c.ascii(12),
      submissions: c.int(),
      /** Version for If-Match. */
      revision: c.int(),
      created_at: c.ms(),
      updated_at: c.ms(),
      last_submission_at: c.ms().nullable(),
      /** Last opened or clicked message among those whose recipients are forgotten already. */
      last_heard_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
    unique: [["workspace_id", "email_key"]],
    index: [["workspace_id", "address_hash"]],
  },
  submissions: {
    scope: "tenant",
    purpose: "manage_leads",
    basis: "controller_instruction",
    retention: "submissions",
    exported: true,
    subject: { kind: "lead", column: "lead_id", erase: "delete" },
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      lead_id: c.id(),
      form_id: c.id(),
      page_id: c.id(),
      page_version_id: c.id(),
      fields: c.json().personal(),
      /** JSON: referrer, utm_source, utm_medium, utm_campaign, utm_term, utm_content */
      source: c.json(),
      /** Truncated address. */
      ip: c.ascii(45).personal(),
      /** accepted, quarantined or rejected */
      state: c.ascii(12),
      quarantine_reason: c.ascii(40),
      /** JSON: consents given in a submission that waits in quarantine; recorded when it is accepted. */
      held_consents: c.json(),
      /** Hash of form and normalised fields: the same within ten minutes is the same submission. */
      dedupe_key: c.ascii(64).personal(),
      /** The same where no lead's address leads to the submission: without an address, or in quarantine. */
      loose_key: c.ascii(64).nullable().personal(),
      visit_id: c.ascii(26),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [
      ["workspace_id", "lead_id", "id"],
      ["workspace_id", "loose_key"],
      ["workspace_id", "page_id", "created_at"],
      ["workspace_id", "state", "created_at"],
    ],
  },
  /** Whose addresses stand in submissions that are held, so that erasing a person reads no others. */
  held_addresses: {
    scope: "tenant",
    purpose: "manage_leads",
    basis: "controller_instruction",
    retention: "submissions",
    exported: false,
    subject: { kind: "address", column: "address_hash", erase: "delete" },
    columns: {
      workspace_id: c.id(),
      address_hash: c.ascii(32).personal(),
      submission_id: c.id(),
    },
    primaryKey: ["workspace_id", "address_hash", "submission_id"],
    index: [["workspace_id", "submission_id"]],
  },
  lead_merges: {
    scope: "tenant",
    purpose: "manage_leads",
    basis: "controller_instruction",
    retention: "submissions",
    exported: true,
    subject: { kind: "lead", column: "lead_id", erase: "delete" },
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      lead_id: c.id(),
      submission_id: c.ascii(26),
      /** JSON: what changed, old values by field. */
      changes: c.json().personal(),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "lead_id"]],
  },
  lead_imports: {
    scope: "tenant",
    purpose: "manage_leads",
    basis: "controller_instruction",
    retention: "work",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      /** draft, queued, running, done or failed */
      state: c.ascii(12),
      /** Name of the file as uploaded. */
      file: c.text(200),
      /** JSON of ImportOptions: which column is which, and on what basis the people may be written to. */
      options: c.json(),
      rows_total: c.int(),
      rows_done: c.int(),
      created: c.int(),
      merged: c.int(),
      rejected: c.int(),
      /** Among them are people who may not be written to; importing does not change that. */
      suppressed: c.int(),
      /** First problems, by row. */
      problems: c.json().personal(),
      created_at: c.ms(),
      finished_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
  },
  /** What the fields of leads are called and hold, as forms asked for them. */
  lead_fields: {
    scope: "tenant",
    purpose: "manage_leads",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      /** Key in the fields of leads. */
      name: c.text(100),
      /** What the visitor read. */
      label: c.text(500),
      /** text, long, email, phone, url, number, date, choice, choices, yes_no or file */
      type: c.ascii(12),
      /** JSON: values and labels offered so far. */
      options: c.json(),
      /** form or staff: what staff set is not changed by forms. */
      source: c.ascii(12),
      created_at: c.ms(),
      updated_at: c.ms(),
    },
    primaryKey: ["workspace_id", "name"],
  },
  /** Files that visitors sent; the bytes lie encrypted in the file store and go with the row. */
  lead_files: {
    scope: "tenant",
    purpose: "manage_leads",
    basis: "controller_instruction",
    retention: "uploads",
    exported: true,
    subject: { kind: "lead", column: "lead_id", erase: "delete" },
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      lead_id: c.id(),
      submission_id: c.id(),
      /** Field of the form. */
      field: c.text(100),
      name: c.text(200).personal(),
      /** As the content tells it. */
      content_type: c.ascii(100),
      size: c.int(),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [
      ["workspace_id", "lead_id"],
      ["workspace_id", "submission_id"],
    ],
  },
  /** Each time a person fetched what a form promised. */
  lead_downloads: {
    scope: "tenant",
    purpose: "manage_leads",
    basis: "controller_instruction",
    retention: "submissions",
    exported: true,
    subject: { kind: "lead", column: "lead_id", erase: "delete" },
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      lead_id: c.id(),
      submission_id: c.id(),
      file_id: c.id(),
      /** Name of the file at that time. */
      name: c.text(200),
      /** A program fetched it, such as a mail scanner. */
      machine: c.bool(),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [
      ["workspace_id", "lead_id"],
      ["workspace_id", "submission_id"],
    ],
  },
});
