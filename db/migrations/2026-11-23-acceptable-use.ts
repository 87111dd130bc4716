import { createTable, type Migration } from "./step";

export const acceptableUseMigrations: readonly Migration[] = [
  createTable("aup_findings", {
    columns: {
      workspace_id: "id",
      id: "id",
      subject_kind: "ascii(12)",
      subject_id: "ascii(26)",
      rule: "ascii(60)",
      severity: "ascii(12)",
      message: "text(500)",
      evidence: "text(1000)",
      remedy: "text(500)",
      created_at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "subject_id"]],
  }),
  createTable("standing_actions", {
    columns: {
      workspace_id: "id",
      id: "id",
      action: "ascii(12)",
      rule: "ascii(60)",
      reason: "text(1000)",
      actor_id: "ascii(26)",
      created_at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
  }),
  createTable("abuse_notices", {
    columns: {
      workspace_id: "id",
      id: "id",
      rule: "ascii(60)",
      subject: "text(1000)",
      explanation: "text(4000)",
      reporter_name: "text(120)",
      reporter_email: "text(320)",
      state: "ascii(12)",
      decision: "text(2000)",
      created_at: "ms",
      closed_at: "ms?",
      closed_by: "ascii(26)",
    },
    primaryKey: ["workspace_id", "id"],
    index: [["state", "id"]],
  }),
];
