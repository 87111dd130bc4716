import { csvChunks } from "~/lib/csv.server";
import { publicId } from "~/lib/ids";
import { valueNamed } from "~/lib/named-values";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import { mailPurpose } from "../consent/consent";
import { findConsentStates } from "../consent/find-consent-states.server";
import type { Deps } from "../deps";
import { findLeads } from "../leads/find-leads.server";
import type { Lead } from "../leads/lead";
import { type LeadChoice, listLeads } from "./list-leads.server";

type NeededDeps = Pick<Deps, "db" | "reader" | "transact" | "clock" | "ids">;

interface Input {
  workspaceId: string;
  choice: LeadChoice;
  /** Instead of the choice: exactly these. */
  leadIds?: readonly string[];
}

const pageSize = 500;
const mostFields = 300;
const fixed = ["id", "email", "name", "mail_consent", "origin", "created_at", "last_submission_at"];

async function* pagesOf(deps: NeededDeps, { workspaceId, choice, leadIds }: Input): AsyncGenerator<Lead[]> {
  if (leadIds) {
    yield await findLeads(deps, workspaceId, leadIds);
    return;
  }
  for (let cursor: string | undefined; ; ) {
    const page = await listLeads(deps, workspaceId, { ...choice, cursor, limit: pageSize });
    yield page.rows;
    if (!page.nextCursor) return;
    cursor = page.nextCursor;
  }
}

async function fieldNames(pages: AsyncIterable<Lead[]>): Promise<string[]> {
  const names = new Set<string>();
  for await (const leads of pages) {
    for (const name of leads.flatMap((lead) => Object.keys(lead.fields))) {
      if (names.size < mostFields && !fixed.includes(name)) names.add(name);
    }
  }
  return [...names];
}

const time = (at: number | undefined) => (at === undefined ? "" : new Date(at).toISOString());

async function* rowsOf(deps: NeededDeps, input: Input, names: readonly string[]) {
  for await (const leads of pagesOf(deps, input)) {
    const hashes = leads.flatMap((lead) => lead.addressHash || []);
    const states = await findConsentStates(deps.reader, input.workspaceId, hashes, mailPurpose);
    for (const lead of leads) {
      yield [
        publicId("lead", lead.id),
        lead.email,
        lead.name,
        states.get(lead.addressHash)?.state ?? "none",
        lead.origin,
        time(lead.createdAt),
        time(lead.lastSubmissionAt),
        ...names.map((name) => valueNamed(lead.fields, name) ?? ""),
      ];
    }
  }
}

/** The leads as a CSV file that is safe to open in a spreadsheet, read page by page as it is taken. */
export async function exportLeads(
  deps: NeededDeps,
  actor: Actor,
  input: Input,
): Promise<AsyncGenerator<string>> {
  await deps.transact((tx) =>
    recordAudit(deps, tx, {
      workspaceId: input.workspaceId,
      actor,
      action: "lead:export",
      targetKind: "workspace",
      targetId: input.workspaceId,
      detail: input.leadIds ? { leads: input.leadIds.length } : { segment: input.choice.segmentId ?? "" },
    }),
  );
  const names = await fieldNames(pagesOf(deps, input));
  return csvChunks([...fixed, ...names], rowsOf(deps, input, names));
}
