import { z } from "zod";

/** Raised when a reader of the version before could no longer understand the archive. */
export const archiveVersion = 1;
export const archiveFormat = "foyer-archive";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const keyShape = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);

/** What stands in manifest.json. */
export const manifestSchema = z.object({
  format: z.literal(archiveFormat),
  version: z.number().int(),
  workspace: z.object({ id: z.string().length(26), slug: z.string().max(40), name: z.string().max(120) }),
  exported_at: z.string().max(40),
  /** Everything in the archive but the manifest itself. */
  files: z.record(
    z.string().max(400),
    z.object({
      sha256,
      size: z.number().int().nonnegative(),
      rows: z.number().int().nonnegative().optional(),
    }),
  ),
  /** Secrets and what belongs to the instance: never in an archive. */
  left_out: z.array(z.object({ what: z.string().max(200), why: z.string().max(500) })),
  /** What an import keeps off or changes, by table and column. */
  not_switched_on: z.array(
    z.object({ table: z.string().max(60), columns: z.array(z.string().max(60)), why: z.string().max(500) }),
  ),
  /** Turns an address into the hash that suppressions and consents carry. Keep it secret. */
  suppression_key: z.object({
    secret: z.literal(true),
    algorithm: z.literal("HMAC-SHA256 of the normalised address, first 16 bytes, hex"),
    key: keyShape,
    /** Of a workspace with more than one: a part of its hashes was made with these. */
    others: z.array(keyShape).max(20).optional(),
  }),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const leftOut: Manifest["left_out"] = [
  {
    what: "password hashes, sessions and accounts of members",
    why: "belong to the people, not to the workspace",
  },
  { what: "API keys and webhook secrets", why: "secrets; make new ones" },
  {
    what: "sending domains and their DKIM keys",
    why: "secrets; add the domain again and set its DNS records",
  },
  { what: "open invitations", why: "their links are secrets" },
  { what: "addresses of sites", why: "belong to the instance; claim them again" },
  { what: "daily salts of visitor keys", why: "deleted after their day" },
  { what: "waiting jobs, events and exports", why: "work of the instance, not data of the customer" },
];

export const notSwitchedOn: Manifest["not_switched_on"] = [
  { table: "senders", columns: ["state"], why: "a sender is verified again where it is to be used" },
  { table: "sites", columns: [], why: "a site is served after its address was claimed on the new instance" },
  {
    table: "webhook_endpoints",
    columns: ["state", "secret", "old_secret", "old_secret_until", "failing_since"],
    why: "an endpoint is switched on again with a new secret",
  },
  { table: "site_settings", columns: ["primary_domain"], why: "domains are verified again" },
  {
    table: "site_domains",
    columns: ["token", "state", "address_state", "trouble", "checked_at", "verified_at", "failing_since"],
    why: "a domain is proven again, with a new token, on the instance that is to serve it",
  },
  {
    table: "page_versions",
    columns: ["html", "csp", "etag"],
    why: "made again from the document, with the form addresses of the new workspace",
  },
  { table: "page_schedules", columns: ["state"], why: "a plan that waited arrives cancelled" },
  { table: "publications", columns: [], why: "a page that acceptable use would refuse is not put live" },
  {
    table: "campaigns",
    columns: ["state"],
    why: "what was preparing, scheduled, sending or paused arrives stopped",
  },
  {
    table: "deliveries",
    columns: ["state", "lease_owner", "lease_until", "lease_epoch", "run_at"],
    why: "prepared arrives cancelled, sending arrives unknown; leases belong to processes",
  },
  { table: "consents", columns: ["act"], why: "what was granted is marked imported; withdrawals stay" },
  {
    table: "audit_entries",
    columns: ["segment"],
    why: "stays the sealed chain of the workspace it came from",
  },
  { table: "terminations", columns: ["state"], why: "leaving concerned the old workspace" },
  ...["billing_agreements", "billing_orders", "billing_invoices"].map((table) => ({
    table,
    columns: [],
    why: "the agreement and its payments are with the instance that the archive came from",
  })),
  { table: "memberships", columns: [], why: "members are invited on the new instance" },
  {
    table: "workspaces",
    columns: [
      "slug",
      "standing",
      "standing_reason",
      "standing_at",
      "delete_after",
      "people_go_from",
      "people_told_at",
    ],
    why: "belong to the new workspace; its owners are told before people go by their age",
  },
];

export const tableFile = (table: string, kind: "ndjson" | "csv") => `data/${table}.${kind}`;
export const schemaFile = (table: string) => `schema/${table}.schema.json`;
