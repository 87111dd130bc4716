import { c, defineTables } from "./define";

export const experimentsTables = defineTables("experiments", {
  experiments: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      page_id: c.id(),
      name: c.text(120),
      /** fixed or sequential */
      mode: c.ascii(12),
      /** draft, running or ended */
      state: c.ascii(12),
      /** Expected conversion of the champion, in hundredths of a percent. */
      baseline_rate: c.int(),
      /** Smallest relative change worth finding, in percent. */
      minimum_effect: c.int(),
      /** Visitors each variant needs, computed at the start; 0 before it. */
      planned_visitors: c.int(),
      started_at: c.ms().nullable(),
      ended_at: c.ms().nullable(),
      /** Empty, promoted or kept. */
      outcome: c.ascii(12),
      promoted_variant_id: c.ascii(26),
      /** Of a fixed horizon: when counts were fixed last, and JSON of Conclusion[]. */
      concluded_at: c.ms().nullable(),
      conclusion: c.json(),
      created_by: c.ascii(26),
      created_at: c.ms(),
      updated_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "page_id"]],
  },
  experiment_variants: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      experiment_id: c.id(),
      id: c.id(),
      /** Holds the document: the page itself for the champion, a variant page for a challenger. */
      page_id: c.id(),
      name: c.text(80),
      /** champion or challenger */
      role: c.ascii(12),
      /** Of a hundred visitors. */
      weight: c.int(),
      /** active or archived */
      state: c.ascii(12),
      position: c.int(),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "experiment_id", "id"],
    index: [["workspace_id", "page_id"]],
  },
  /** What visitors were divided among, from one publishing to the next. */
  experiment_editions: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      experiment_id: c.id(),
      number: c.int(),
      /** Editions of one period differ in nothing that visitors see. */
      period: c.int(),
      /** JSON of Allocation[] */
      allocation: c.json(),
      /** JSON of what changed, in words for people. */
      changes: c.json(),
      published_by: c.ascii(26),
      published_at: c.ms(),
    },
    primaryKey: ["workspace_id", "experiment_id", "number"],
  },
});
