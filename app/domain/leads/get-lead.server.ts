import type { ConsentRow, ConsentStateRow } from "../consent/consent";
import { listConsentsOfAddress } from "../consent/list-consents.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { findSuppressions } from "../suppression/find-suppressions.server";
import type { Lead, LeadMerge, Submission } from "./lead";
import type { LeadDownload, LeadFile } from "./lead-file";
import { listDownloadRows, listLeadFileRows } from "./lead-file-queries.server";
import { countLeadRows, findLeadRow } from "./lead-queries.server";
import { countHeldRows, listMergeRows, listSubmissionRows } from "./submission-queries.server";

export async function getLead(deps: Pick<Deps, "db">, workspaceId: string, leadId: string): Promise<Lead> {
  const lead = await findLeadRow(deps.db, workspaceId, leadId);
  if (!lead) throw new DomainError("not_found", "lead_not_found", "There is no such lead.");
  return lead;
}

export interface LeadHistory {
  lead: Lead;
  submissions: Submission[];
  merges: LeadMerge[];
  consentStates: ConsentStateRow[];
  consents: ConsentRow[];
  suppressions: Awaited<ReturnType<typeof findSuppressions>>;
  files: LeadFile[];
  downloads: LeadDownload[];
}

const shown = 100;

/** A lead with everything that happened: what was sent, merged, agreed to and taken back. */
export async function getLeadHistory(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  leadId: string,
): Promise<LeadHistory> {
  const lead = await getLead(deps, workspaceId, leadId);
  const submissions = await listSubmissionRows(deps.db, workspaceId, leadId, shown);
  const merges = await listMergeRows(deps.db, workspaceId, leadId, shown);
  const hash = lead.addressHash;
  const { states, evidence } = hash
    ? await listConsentsOfAddress(deps, workspaceId, hash)
    : { states: [], evidence: [] };
  const suppressions = await findSuppressions(deps, workspaceId, hash ? [hash] : []);
  const files = await listLeadFileRows(deps.db, workspaceId, leadId, shown);
  const downloads = await listDownloadRows(deps.db, workspaceId, leadId, shown);
  return {
    lead,
    submissions,
    merges,
    consentStates: states,
    consents: evidence,
    suppressions,
    files,
    downloads,
  };
}

export async function countLeads(
  deps: Pick<Deps, "reader">,
  workspaceId: string,
): Promise<{ leads: number; held: number }> {
  return {
    leads: await countLeadRows(deps.reader, workspaceId),
    held: await countHeldRows(deps.reader, workspaceId),
  };
}
