import { c, defineTables } from "./define";

export const segmentsTables = defineTables("segments", {
  segments: {
    scope: "tenant",
    purpose: "manage_leads",
    basis: "controller_instruction",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      name: c.text(120),
      /** JSON of SegmentFilter */
      filter: c.json(),
      created_at: c.ms(),
      updated_at: c.ms(),
      /** Campaigns keep naming it. */
      removed_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
  },
});
