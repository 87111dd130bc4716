import { c, defineTables } from "./define";

export const testimonialsTables = defineTables("testimonials", {
  /** What customers say of the workspace, with their consent; the proof lies among the consents. */
  testimonials: {
    scope: "tenant",
    purpose: "build_pages",
    basis: "consent",
    retention: "workspace",
    exported: true,
    subject: { kind: "address", column: "address_hash", erase: "delete" },
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      /** Where the quoted person is asked. */
      email: c.text(320).personal(),
      address_hash: c.ascii(32),
      name: c.text(120).personal(),
      role: c.text(160).personal(),
      words: c.text(1000).personal(),
      /** Address of an own picture; empty without one. */
      picture: c.ascii(200).personal(),
      /** Where the words may stand; empty: on every site of the workspace. */
      site_id: c.ascii(26),
      language: c.ascii(12),
      /** draft, asked, agreed, declined or withdrawn */
      state: c.ascii(12),
      /** JSON: what the letter asked for, as it was then; {} before the first. */
      asked: c.json().personal(),
      /** JSON: what the person agreed to and pages may show; {} without consent. */
      shown: c.json().personal(),
      asked_at: c.ms().nullable(),
      answered_at: c.ms().nullable(),
      created_at: c.ms(),
      updated_at: c.ms(),
      /** Version for If-Match; before the first change 1. */
      revision: c.int().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "address_hash"]],
  },
});
