import { c, defineTables } from "./define";

export const keysTables = defineTables("keys", {
  key_ring: {
    scope: "platform",
    purpose: "security",
    basis: "none_personal",
    retention: "forever",
    exported: false,
    columns: {
      id: c.id(),
      /** Random unsigned 32-bit number that tokens carry instead of the id. */
      short_id: c.int(),
      purpose: c.ascii(40),
      /** Empty for keys of the platform. */
      workspace_id: c.ascii(26),
      wrapped: c.ascii(255).secret(),
      created_at: c.ms(),
      retired_at: c.ms().nullable(),
    },
    primaryKey: ["id"],
    unique: [["short_id"]],
    index: [["workspace_id", "purpose"]],
  },
  instance_facts: {
    scope: "platform",
    purpose: "security",
    basis: "none_personal",
    retention: "forever",
    exported: false,
    columns: { name: c.ascii(60), value: c.text(1000), updated_at: c.ms() },
    primaryKey: ["name"],
  },
});
