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
      created_by: c.ascii(26),
      created_at: c.ms(),
      last_used_at: c.ms().nullable(),
      revoked_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
    unique: [["id"]],
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
