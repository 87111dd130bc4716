import { c, defineTables } from "./define";

export const analyticsTables = defineTables("analytics", {
  /** Counts per UTC quarter-hour, also of all pages together (`allPages`); identifies nobody. */
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
      /** source, campaign, device and so on: RolledPart. */
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
  /** How far the visits and submissions of a page are counted. */
  page_progress: {
    scope: "tenant",
    purpose: "measure_pages",
    basis: "none_personal",
    retention: "workspace",
    exported: false,
    columns: {
      workspace_id: c.id(),
      page_id: c.id(),
      /** Zone of the days counted. */
      zone: c.ascii(60),
      /** Views and submissions before it are counted. */
      rolled_until: c.ms(),
      /** Lengths, begun forms and conversions before it are counted. */
      grown_until: c.ms(),
      /** Start of the first day that may still change. */
      sealed_until: c.ms(),
      /** One more with each change, so that nothing is added twice. */
      epoch: c.int(),
    },
    primaryKey: ["workspace_id", "page_id"],
  },
  /** Counts of the last hour by minute, for looking on. */
  page_minutes: {
    scope: "tenant",
    purpose: "measure_pages",
    basis: "none_personal",
    retention: "work",
    exported: false,
    columns: {
      workspace_id: c.id(),
      page_id: c.id(),
      minute: c.ms(),
      views: c.int(),
      visitors: c.int(),
      leads: c.int(),
      bots: c.int(),
    },
    primaryKey: ["workspace_id", "page_id", "minute"],
  },
  /** Visitors of the day who are counted already; gone with the day's salt, two days later at most. */
  day_visitors: {
    scope: "tenant",
    purpose: "measure_pages",
    basis: "legitimate_interest",
    retention: "work",
    exported: false,
    columns: {
      workspace_id: c.id(),
      page_id: c.id(),
      /** Start of the day, UTC: keys change with it. */
      day: c.ms(),
      visitor_key: c.ascii(32),
      /** The first view of the day. */
      visit_id: c.id(),
    },
    primaryKey: ["workspace_id", "page_id", "day", "visitor_key"],
  },
});
