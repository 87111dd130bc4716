import { c, defineTables } from "./define";

export const terminationTables = defineTables("termination", {
  exports: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "contract",
    retention: "work",
    exported: false,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      /** queued, running, done, failed or expired */
      state: c.ascii(12),
      rows_total: c.int(),
      rows_done: c.int(),
      file: c.ascii(200),
      size: c.int(),
      sha256: c.ascii(64),
      error: c.text(500),
      requested_by: c.ascii(26),
      created_at: c.ms(),
      finished_at: c.ms().nullable(),
      expires_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
  },
  archive_imports: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "contract",
    retention: "work",
    exported: false,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      /** queued, running, done or failed */
      state: c.ascii(12),
      /** Of the file that was sent. */
      name: c.text(200),
      /** Whether its sites take their addresses where these are free. */
      serve: c.bool(),
      rows_total: c.int(),
      rows_done: c.int(),
      rows_taken: c.int(),
      pictures: c.int(),
      /** JSON array of what was kept off or changed, in words. */
      notes: c.json(),
      error: c.text(1000),
      requested_by: c.ascii(26),
      created_at: c.ms(),
      finished_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
  },
  terminations: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "contract",
    retention: "proof",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      /** grace, cancelled or deleted */
      state: c.ascii(12),
      requested_by: c.ascii(26),
      requested_at: c.ms(),
      delete_after: c.ms(),
      cancelled_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
  },
});
