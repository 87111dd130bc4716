import { c, defineTables } from "./define";

export const eventsTables = defineTables("events", {
  outbox_events: {
    scope: "queue",
    purpose: "provide_service",
    basis: "contract",
    retention: "work",
    exported: false,
    columns: {
      id: c.id(),
      shard: c.int(),
      workspace_id: c.ascii(26),
      type: c.ascii(60),
      /** Ids only. */
      payload: c.json(),
      run_at: c.ms(),
      created_at: c.ms(),
    },
    primaryKey: ["id"],
    index: [["shard", "run_at"]],
  },
  reactions: {
    scope: "queue",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "work",
    exported: false,
    columns: { event_id: c.id(), reaction: c.ascii(80), created_at: c.ms() },
    primaryKey: ["event_id", "reaction"],
    index: [["created_at"]],
  },
});
