import { c, defineTables } from "./define";

export const analyticsTables = defineTables("analytics", {
  /** Counts per UTC quarter-hour; identifies nobody. */
  page_rollups: {
    scope: "tenant",
    purpose: "measure_pages",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      page_id: c.id(),
      slot: c.ms(),
      views: c.int(),
      visitors: c.int(),
      leads: c.int(),
      duration_ms: c.int(),
    },
    primaryKey: ["workspace_id", "page_id", "slot"],
  },
});
