import { randomBytes } from "node:crypto";
import { parseMailDocument } from "~builder/document/mail-document";
import { parsePageDocument } from "~builder/document/page-document";
import { readThirdParty } from "../consent/third-party";
import { loadedBy, thirdPartyOf } from "../consent/third-party-row";
import { parseFilePath } from "../files/file";
import { readDomain } from "../sites/site-domain";
import { readSource, readTarget } from "../sites/site-redirect";
import { storedQuotation } from "../testimonials/testimonial";
import { hasActiveContent } from "./active-content";
import type { TableRow } from "./table-rows-queries.server";

export interface ImportContext {
  workspaceId: string;
  /** The workspace that the archive was made of. */
  sourceId: string;
  /** Stands for members of the old workspace. */
  accountId: string;
  /** Hash of an address with the archive's key, and its merge key. */
  hashAddress(address: string): string;
  mergeKey(address: string): string;
  note(words: string): void;
}

type Rule = (row: TableRow, context: ImportContext) => TableRow | undefined;

const text = (row: TableRow, column: string) => String(row[column] ?? "");
const pageDocument = (json: string) => JSON.stringify(parsePageDocument(JSON.parse(json)));

/** Hash and key of an address are made again, so that an archive cannot slip past the opt-outs it carries. */
function addressed(row: TableRow, context: ImportContext): TableRow {
  const email = text(row, "email");
  return email ? { ...row, address_hash: context.hashAddress(email) } : row;
}

function safeLinks(json: string): string {
  const links: unknown = JSON.parse(json || "[]");
  if (!Array.isArray(links)) return "[]";
  const isSafe = (link: unknown) => typeof link === "string" && /^(https?:\/\/|mailto:|tel:)/i.test(link);
  return links.every(isSafe) ? json : JSON.stringify(links.map((link) => (isSafe(link) ? link : "")));
}

/** Page versions are not here: they are rendered anew. */
const rules: Record<string, Rule> = {
  memberships: () => undefined,
  billing_agreements: () => undefined,
  billing_orders: () => undefined,
  billing_invoices: () => undefined,
  workspaces: () => undefined,
  page_versions: (row, context) => ({
    ...row,
    document: pageDocument(text(row, "document")),
    published_by: context.accountId,
  }),
  visits: (row) => ({ ...row, lead_id: "" }),
  pages: (row) => ({ ...row, document: pageDocument(text(row, "document")) }),
  page_revisions: (row, context) => ({
    ...row,
    document: pageDocument(text(row, "document")),
    saved_by: context.accountId,
  }),
  saved_sections: (row, context) => ({
    ...row,
    document: pageDocument(text(row, "document")),
    saved_by: context.accountId,
  }),
  campaigns: (row) => ({
    ...row,
    document: JSON.stringify(parseMailDocument(JSON.parse(text(row, "document")))),
    state: /^(preparing|scheduled|sending|paused)$/.test(text(row, "state")) ? "stopped" : (row.state ?? ""),
  }),
  campaign_versions(row, context) {
    const links = safeLinks(text(row, "links"));
    if (!hasActiveContent(text(row, "html"))) return { ...row, links };
    context.note(
      `The HTML of the campaign version ${text(row, "id")} could run or send something; it was left empty.`,
    );
    return { ...row, links, html: "" };
  },
  deliveries(row, context) {
    const state = { prepared: "cancelled", sending: "unknown" }[text(row, "state")] ?? text(row, "state");
    const rest = { lease_owner: "", lease_until: 0, lease_epoch: 0 };
    return addressed({ ...row, ...rest, state }, context);
  },
  leads(row, context) {
    const email = text(row, "email");
    return addressed({ ...row, email_key: email ? context.mergeKey(email) : text(row, "id") }, context);
  },
  lead_imports: (row) => ({
    ...row,
    state: /^(queued|running)$/.test(text(row, "state")) ? "failed" : (row.state ?? ""),
  }),
  consents: (row) => ({ ...row, act: row.act === "granted" ? "imported" : (row.act ?? "") }),
  testimonials(row, context) {
    const kept = (column: string) => JSON.stringify(storedQuotation(text(row, column)) ?? {});
    const picture = parseFilePath(text(row, "picture")) ? text(row, "picture") : "";
    return addressed({ ...row, picture, asked: kept("asked"), shown: kept("shown") }, context);
  },
  site_settings: (row) => ({ ...row, primary_domain: "" }),
  site_domains(row) {
    if (!readDomain(text(row, "domain")).ok) return undefined;
    const token = randomBytes(20).toString("hex");
    const unseen = { checked_at: null, verified_at: null, failing_since: null };
    return { ...row, token, state: "waiting", address_state: "unchecked", trouble: "", ...unseen };
  },
  site_redirects(row) {
    const source = readSource(text(row, "source"));
    const target = readTarget(text(row, "target"));
    return source.ok && target.ok ? { ...row, source: source.value, target: target.value } : undefined;
  },
  third_parties(row, context) {
    try {
      return { ...row, ...loadedBy(readThirdParty(thirdPartyOf(row))) };
    } catch {
      context.note(
        `The service “${text(row, "name").slice(0, 80)}” is not declared as it must be; it was left out.`,
      );
      return undefined;
    }
  },
  page_listings: (row) => ({
    ...row,
    canonical: /^https?:\/\//i.test(text(row, "canonical")) ? text(row, "canonical") : "",
  }),
  page_schedules: (row) => ({ ...row, state: row.state === "waiting" ? "cancelled" : text(row, "state") }),
  webhook_endpoints(row) {
    const secrets = { secret: "", old_secret: "", old_secret_until: null };
    return { ...row, ...secrets, state: "disabled", failing_since: null };
  },
  senders: (row) => ({ ...row, state: "unverified" }),
  standing_actions: (row) => ({ ...row, actor_id: "" }),
  terminations: (row, context) => ({
    ...row,
    requested_by: context.accountId,
    state: row.state === "grace" ? "cancelled" : (row.state ?? ""),
  }),
  audit_entries: (row, context) => ({ ...row, segment: text(row, "segment") || context.sourceId }),
};

/** A row of the archive as it may enter a workspace, or undefined when it stays out. Throws for what is no document. */
export function importedRow(table: string, row: TableRow, context: ImportContext): TableRow | undefined {
  const rule = rules[table];
  const changed = rule ? rule(row, context) : row;
  return changed && { ...changed, workspace_id: context.workspaceId };
}
