import { createTable, type Migration } from "./step";

export const webhooksMigrations: readonly Migration[] = [
  createTable("webhook_endpoints", {
    columns: {
      workspace_id: "id",
      id: "id",
      url: "text(2000)",
      description: "text(200)",
      events: "ascii(400)",
      secret: "long",
      old_secret: "long",
      old_secret_until: "ms?",
      state: "ascii(12)",
      failing_since: "ms?",
      created_by: "ascii(26)",
      created_at: "ms",
      updated_at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
  }),
  createTable("webhook_deliveries", {
    columns: {
      workspace_id: "id",
      id: "id",
      endpoint_id: "id",
      event_id: "id",
      type: "ascii(40)",
      payload: "long",
      state: "ascii(12)",
      attempts: "int",
      status: "int",
      error: "text(300)",
      duration_ms: "int",
      run_at: "ms",
      created_at: "ms",
      done_at: "ms?",
    },
    primaryKey: ["workspace_id", "id"],
    unique: [["workspace_id", "endpoint_id", "event_id"]],
    index: [["state", "run_at"], ["created_at"]],
  }),
];
