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
      /** Whose first view of the day fell into this slot, so that slots can be added up. */
      visitors: c.int(),
      form_starts: c.int(),
      leads: c.int(),
      bots: c.int(),
      duration_ms: c.int(),
    },
    primaryKey: ["workspace_id", "page_id", "slot"],
  },
  /** Counts per day of the workspace's zone, by what visits have in common; identifies nobody. */
  page_share_rollups: {
    scope: "tenant",
    purpose: "measure_pages",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      page_id: c.id(),
      /** source, campaign, device and so on: SharePart. */
      part: c.ascii(12),
      day: c.ascii(10),
      name: c.text(200),
      views: c.int(),
      visitors: c.int(),
      form_starts: c.int(),
      leads: c.int(),
      /** Visitors who became leads. */
      conversions: c.int(),
      duration_ms: c.int(),
    },
    primaryKey: ["workspace_id", "page_id", "part", "day", "name"],
  },
  /** Up to where the slots of a workspace are counted. */
  rollup_progress: {
    scope: "tenant",
    purpose: "measure_pages",
    basis: "none_personal",
    retention: "workspace",
    exported: false,
    columns: {
      workspace_id: c.id(),
      rolled_until: c.ms(),
      /** Zone of the days counted, and the start of the first one that may still change. */
      zone: c.ascii(60),
      shares_until: c.ms(),
    },
    primaryKey: ["workspace_id"],
  },
});
