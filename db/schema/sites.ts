import { c, defineTables } from "./define";

export const sitesTables = defineTables("sites", {
  sites: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      slug: c.ascii(63),
      name: c.text(120),
      language: c.ascii(12),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
  },
  hosts: {
    scope: "platform",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "workspace",
    exported: false,
    columns: {
      /** Slug of a site (its host without the pages domain), or a full custom host name. */
      host: c.ascii(255),
      /** subdomain or custom */
      kind: c.ascii(12),
      workspace_id: c.id(),
      site_id: c.id(),
      verified_at: c.ms().nullable(),
      created_at: c.ms(),
    },
    primaryKey: ["host"],
    index: [["workspace_id", "site_id"]],
  },
});
