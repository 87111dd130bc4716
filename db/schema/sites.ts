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
  /** One row for a site whose settings differ from those of a new one. */
  site_settings: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      site_id: c.id(),
      /** Empty, or the file whose renditions are the site's icon. */
      icon_file_id: c.ascii(26),
      /** Empty, or the picture shown where pages are shared, instead of the one drawn from each. */
      share_file_id: c.ascii(26),
      /** Empty, or the page shown where there is none. */
      missing_page_id: c.ascii(26),
      /** 0 keeps the whole site out of search engines. */
      searchable: c.bool(),
      /** Empty, or the verified domain that the others lead to. */
      primary_domain: c.ascii(253),
      updated_at: c.ms(),
    },
    primaryKey: ["workspace_id", "site_id"],
  },
  /** Host names of a customer's own: a claim until its token is found in DNS. */
  site_domains: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      domain: c.ascii(253),
      site_id: c.id(),
      /** Expected in a TXT record; public once it is there. */
      token: c.ascii(40),
      /** waiting, verified, failing, off or held */
      state: c.ascii(12),
      /** unchecked, pass, elsewhere or fail */
      address_state: c.ascii(12),
      /** Why the last check found nothing out; empty after one that did. */
      trouble: c.text(300),
      checked_at: c.ms().nullable(),
      verified_at: c.ms().nullable(),
      failing_since: c.ms().nullable(),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "domain"],
    index: [["domain"], ["checked_at"]],
  },
  site_redirects: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      site_id: c.id(),
      /** exact or prefix */
      scope: c.ascii(8),
      source: c.text(300),
      /** A path of the site, or an address elsewhere. */
      target: c.text(1000),
      /** 301 or 302 */
      status: c.int(),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
    unique: [["workspace_id", "site_id", "scope", "source"]],
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
      /** subdomain, former (an earlier subdomain, leads to the present one) or custom */
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
