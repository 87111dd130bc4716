import { c, defineTables } from "./define";

export const developerTables = defineTables("developer", {
  api_keys: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "contract",
    retention: "workspace",
    exported: false,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      name: c.text(120),
      /** SHA-256 of the secret, hex. */
      secret_hash: c.ascii(64).secret(),
      /** Space-separated scopes. */
      scopes: c.ascii(500),
      /** The account that answers for it; empty for one of the command line. */
      created_by: c.ascii(26),
      created_at: c.ms(),
      last_used_at: c.ms().nullable(),
      revoked_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
    unique: [["id"]],
  },
  webhook_endpoints: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "contract",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      url: c.text(2000),
      description: c.text(200),
      /** Space-separated types; empty for all. */
      events: c.ascii(400),
      /** Sealed; empty after an import, until a new one is made. */
      secret: c.long().secret(),
      /** Sealed; signs beside the new one until its time is over. */
      old_secret: c.long().secret(),
      old_secret_until: c.ms().nullable(),
      /** enabled, disabled */
      state: c.ascii(12),
      failing_since: c.ms().nullable(),
      created_by: c.ascii(26),
      created_at: c.ms(),
      updated_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
  },
  webhook_deliveries: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "contract",
    retention: "work",
    exported: false,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      endpoint_id: c.id(),
      event_id: c.id(),
      type: c.ascii(40),
      /** Ids only; what they stand for is read when the message is sent. */
      payload: c.json(),
      /** waiting, delivered, failed */
      state: c.ascii(12),
      attempts: c.int(),
      /** HTTP status of the last answer; 0 without one. */
      status: c.int(),
      error: c.text(300),
      duration_ms: c.int(),
      run_at: c.ms(),
      created_at: c.ms(),
      done_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
    unique: [["workspace_id", "endpoint_id", "event_id"]],
    index: [["state", "run_at"], ["created_at"]],
  },
  idempotency_answers: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "contract",
    retention: "work",
    exported: false,
    columns: {
      workspace_id: c.id(),
      api_key_id: c.id(),
      route: c.ascii(120),
      key_hash: c.ascii(64),
      body_hash: c.ascii(64),
      /** 0 while the first request is still being worked on. */
      status: c.int(),
      answer: c.json().personal(),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "api_key_id", "route", "key_hash"],
    index: [["created_at"]],
  },
});
