import { createTable, type Migration } from "./step";

export const auditMigrations: readonly Migration[] = [
  createTable("audit_entries", {
    columns: {
      workspace_id: "id",
      id: "id",
      at: "ms",
      actor_kind: "ascii(12)",
      actor_id: "ascii(26)",
      action: "ascii(80)",
      target_kind: "ascii(40)",
      target_id: "ascii(64)",
      commitment: "ascii(64)",
      sequence: "int?",
      previous_hash: "ascii(64)?",
      hash: "ascii(64)?",
      segment: "ascii(26)",
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "sequence"], ["sequence"]],
  }),
  createTable("audit_details", {
    columns: {
      workspace_id: "id",
      entry_id: "id",
      subject_id: "ascii(26)",
      detail: "long",
      salt: "ascii(64)",
    },
    primaryKey: ["workspace_id", "entry_id"],
    index: [["workspace_id", "subject_id"]],
  }),
  createTable("audit_heads", {
    columns: {
      workspace_id: "id",
      day: "ascii(10)",
      sequence: "int",
      hash: "ascii(64)",
      signature: "ascii(100)",
      signed_at: "ms",
    },
    primaryKey: ["workspace_id", "day"],
  }),
];
