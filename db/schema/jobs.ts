import { c, defineTables } from "./define";

export const jobsTables = defineTables("jobs", {
  jobs: {
    scope: "queue",
    purpose: "provide_service",
    basis: "contract",
    retention: "work",
    exported: false,
    columns: {
      id: c.id(),
      shard: c.int(),
      workspace_id: c.ascii(26),
      name: c.ascii(80),
      payload: c.json().personal(),
      /** Empty, or a key that keeps the same work from being queued twice. */
      unique_key: c.ascii(120),
      /** ready or dead; finished jobs are removed. */
      state: c.ascii(12),
      run_at: c.ms(),
      attempts: c.int(),
      max_attempts: c.int(),
      lease_owner: c.ascii(40),
      lease_until: c.ms(),
      lease_epoch: c.int(),
      last_error: c.text(500),
      created_at: c.ms(),
    },
    primaryKey: ["id"],
    unique: [["unique_key"]],
    index: [
      ["shard", "run_at"],
      ["state", "run_at"],
      ["workspace_id", "name"],
    ],
  },
  recurring_runs: {
    scope: "platform",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "work",
    exported: false,
    columns: { name: c.ascii(80), slot: c.ms(), claimed_at: c.ms() },
    primaryKey: ["name", "slot"],
  },
  leases: {
    scope: "platform",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "work",
    exported: false,
    columns: {
      name: c.ascii(80),
      lease_owner: c.ascii(40),
      lease_until: c.ms(),
      lease_epoch: c.int(),
    },
    primaryKey: ["name"],
  },
});
