import { dataMap, reachedThrough, type TableEntry, tableEntry } from "~db/data-map";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import { listThirdParties } from "../consent/list-third-parties.server";
import type { Deps } from "../deps";
import { listWebhookEndpoints } from "../developer/list-webhook-endpoints.server";
import { getLead } from "../leads/get-lead.server";
import { describeMailRoute } from "../mail/describe-mail-route.server";
import { requirePermission } from "../workspaces/authorise-member.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { listPersonRows, type RecordRow } from "./person-record-queries.server";

interface RecordPart {
  table: string;
  purpose: string;
  legal_basis: string;
  /** Class of retention; the workspace's notice says how long each is kept. */
  kept_as: string;
  rows: RecordRow[];
}

export interface PersonRecord {
  format: "foyer-person-1";
  made_at: string;
  controller: string;
  contact: string;
  person: { email: string; name: string };
  /** Whom the data was or may have been given to. */
  recipients: { name: string; why: string }[];
  /** Everything about the person, table by table; rows say from which form, page or import they came. */
  data: RecordPart[];
  /** What is about the person and not in here, and why. */
  left_out: { what: string; why: string }[];
}

const leftOut = [
  {
    what: "Letters that wait to leave, and copies in the built-in outbox",
    why: "they say again what is in here, and go within 30 days",
  },
  {
    what: "Doubtful submissions with the person's address in them",
    why: "nobody knows yet who sent them; they go within 30 days, and at once when the person is erased",
  },
  { what: "Contents of files that the person sent", why: "listed by name; saved one by one from the lead" },
];

/** Rows that name no person, reached through one that does. A visit is named by the submission that came of it. */
const links = [
  ...Object.entries(reachedThrough).map(([to, { column, table }]) => ({
    to,
    column,
    from: table,
    key: "id",
  })),
  { to: "visits", column: "id", from: "submissions", key: "visit_id" },
];

/** Tables that a lead or an address names, and that the workspace may take along. */
const ofPerson = dataMap.filter(
  ({ name, spec }) =>
    spec.exported &&
    (spec.subject?.kind === "lead" || spec.subject?.kind === "address") &&
    links.every(({ to }) => to !== name),
);

const partOf = ({ name, spec }: TableEntry, rows: RecordRow[]): RecordPart => ({
  table: name,
  purpose: spec.purpose,
  legal_basis: spec.basis,
  kept_as: spec.retention,
  rows,
});

type Person = { workspaceId: string; leadId: string; email: string; addressHash: string };

async function collect(deps: Pick<Deps, "db">, person: Person): Promise<RecordPart[]> {
  const { workspaceId, leadId, email, addressHash } = person;
  const parts: RecordPart[] = [];
  for (const entry of ofPerson) {
    const { subject } = entry.spec;
    if (!subject) continue;
    const isHash = subject.column === "address_hash";
    const value = subject.kind === "lead" ? leadId : isHash ? addressHash : email;
    const where = { workspaceId, column: subject.column, values: value ? [value] : [] };
    parts.push(partOf(entry, await listPersonRows(deps.db, entry, where)));
  }
  for (const { to, column, from, key } of links) {
    const rows = parts.find((part) => part.table === from)?.rows ?? [];
    const values = rows.map((row) => String(row[key] ?? "")).filter(Boolean);
    const entry = tableEntry(to);
    parts.push(partOf(entry, await listPersonRows(deps.db, entry, { workspaceId, column, values })));
  }
  return parts.filter(({ rows }) => rows.length > 0);
}

async function recipientsOf(deps: Deps, workspaceId: string): Promise<PersonRecord["recipients"]> {
  const { via, host } = describeMailRoute(deps.config);
  const endpoints = await listWebhookEndpoints(deps, workspaceId);
  const services = await listThirdParties(deps, workspaceId);
  return [
    ...(via === "outbox" ? [] : [{ name: via === "sendgrid" ? "SendGrid" : host, why: "carries mail" }]),
    ...[...new Set(endpoints.map(({ url }) => new URL(url).host))].map((name) => ({
      name,
      why: "is told of leads and their changes by webhook",
    })),
    ...services.map(({ name }) => ({ name, why: "is loaded by pages for visitors who agreed to it" })),
  ];
}

/** Everything that a workspace holds about one person, with purposes, legal bases and recipients, for machines too. */
export async function readPersonRecord(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; leadId: string },
): Promise<PersonRecord> {
  const { workspaceId, leadId } = input;
  requirePermission(actor, workspaceId, "lead:edit");
  const lead = await getLead(deps, workspaceId, leadId);
  const { name, privacySettings } = await getWorkspace(deps.db, workspaceId);
  const data = await collect(deps, { workspaceId, leadId, email: lead.email, addressHash: lead.addressHash });
  await recordAudit(deps, deps.db, {
    workspaceId,
    actor,
    action: "lead:take-record",
    targetKind: "lead",
    targetId: leadId,
  });
  return {
    format: "foyer-person-1",
    made_at: new Date(deps.clock.now()).toISOString(),
    controller: privacySettings.controller || name,
    contact: privacySettings.contact,
    person: { email: lead.email, name: lead.name },
    recipients: await recipientsOf(deps, workspaceId),
    data,
    left_out: leftOut,
  };
}
