import { acceptableUseTables } from "./schema/acceptable-use";
import { accountsTables } from "./schema/accounts";
import { analyticsTables } from "./schema/analytics";
import { auditTables } from "./schema/audit";
import { billingTables } from "./schema/billing";
import { campaignsTables } from "./schema/campaigns";
import { consentTables } from "./schema/consent";
import type { ContextTables, TableSpec } from "./schema/define";
import { developerTables } from "./schema/developer";
import { eventsTables } from "./schema/events";
import { experimentsTables } from "./schema/experiments";
import { filesTables } from "./schema/files";
import { formsTables } from "./schema/forms";
import { jobsTables } from "./schema/jobs";
import { keysTables } from "./schema/keys";
import { leadsTables } from "./schema/leads";
import { mailTables } from "./schema/mail";
import { pagesTables } from "./schema/pages";
import { policiesTables } from "./schema/policies";
import { privacyTables } from "./schema/privacy";
import { publishingTables } from "./schema/publishing";
import { segmentsTables } from "./schema/segments";
import { sendersTables } from "./schema/senders";
import { sitesTables } from "./schema/sites";
import { suppressionTables } from "./schema/suppression";
import { terminationTables } from "./schema/termination";
import { testimonialsTables } from "./schema/testimonials";
import { trackingTables } from "./schema/tracking";
import { workspacesTables } from "./schema/workspaces";

export { addedColumns } from "./migrations/migrations";

/** The one list of tables that export, leaving, privacy and retention walk. */
export interface TableEntry {
  name: string;
  context: string;
  spec: TableSpec;
}

const contexts: readonly ContextTables[] = [
  keysTables,
  jobsTables,
  eventsTables,
  auditTables,
  filesTables,
  suppressionTables,
  policiesTables,
  mailTables,
  accountsTables,
  workspacesTables,
  billingTables,
  sendersTables,
  consentTables,
  acceptableUseTables,
  sitesTables,
  leadsTables,
  trackingTables,
  segmentsTables,
  formsTables,
  testimonialsTables,
  pagesTables,
  experimentsTables,
  publishingTables,
  campaignsTables,
  analyticsTables,
  developerTables,
  privacyTables,
  terminationTables,
];

export const dataMap: readonly TableEntry[] = contexts.flatMap(({ context, tables }) =>
  Object.entries(tables).map(([name, spec]) => ({ name, context, spec })),
);

const byName = new Map(dataMap.map((entry) => [entry.name, entry]));

export function tableEntry(name: string): TableEntry {
  const entry = byName.get(name);
  if (!entry) throw new Error(`The data map has no table ${name}`);
  return entry;
}

/** The column that says whose row it is, or undefined for tables of the instance. */
export function workspaceColumn(entry: TableEntry): string | undefined {
  if (entry.name === "workspaces") return "id";
  return "workspace_id" in entry.spec.columns ? "workspace_id" : undefined;
}

/** What a customer takes along, in the order of the contexts. */
export const exportedTables: readonly TableEntry[] = dataMap.filter((entry) => entry.spec.exported);

/** Columns of the archive: everything but secrets. */
export const exportedColumns = (entry: TableEntry): string[] =>
  Object.entries(entry.spec.columns)
    .filter(([, column]) => !column.spec.secret)
    .map(([name]) => name);

/** What outlives a deleted workspace, and why. */
export const keptAfterDeletion: Readonly<Record<string, string>> = {
  suppressions: "keyed hashes, so that people who opted out stay unwritten to",
  key_ring: "the key of those hashes",
  billing_orders: "what was ordered and paid for, seven years as tax law asks; no digits of a card",
  billing_invoices: "the same",
  tombstones: "the certificate, and links in old mail",
};

/** Tables whose personal columns are reached through another row instead of a link of their own. */
export const reachedThrough: Readonly<Record<string, { column: string; table: string }>> = {
  opens: { column: "delivery_id", table: "deliveries" },
  clicks: { column: "delivery_id", table: "deliveries" },
};

/** Personal data outside tables. Each has an eraser, or an expiry of at most thirty days. */
export interface StoreSpec {
  name: string;
  holds: string;
  /** Code that removes one workspace's or person's part at once. */
  eraser?: string;
  expiryDays?: number;
}

export const stores: readonly StoreSpec[] = [
  { name: "files", holds: "uploaded images and downloads below the data folder", eraser: "delete-workspace" },
  {
    name: "outbox",
    holds: "messages kept as .eml files when no SMTP is set",
    eraser: "delete-workspace",
    expiryDays: 30,
  },
  { name: "exports", holds: "archives made for customers", eraser: "delete-workspace", expiryDays: 7 },
  {
    name: "imports",
    holds: "CSV files and archives being imported, and rows left out of them",
    eraser: "delete-workspace",
    expiryDays: 7,
  },
  {
    name: "idempotency",
    holds: "answers of the API kept for repeated requests",
    eraser: "delete-workspace",
    expiryDays: 1,
  },
  { name: "payloads", holds: "ids in waiting jobs", eraser: "delete-workspace", expiryDays: 30 },
  { name: "dead-letters", holds: "jobs that failed for good", eraser: "delete-workspace", expiryDays: 30 },
  { name: "caches", holds: "published pages in memory", eraser: "announce-edge-change", expiryDays: 1 },
  { name: "logs", holds: "request lines without query strings or tokens", expiryDays: 30 },
  {
    name: "backups",
    holds: "copies of the database; restoring replays the journal of erasures",
    expiryDays: 30,
  },
];
