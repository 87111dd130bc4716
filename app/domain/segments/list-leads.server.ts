import type { Deps } from "../deps";
import type { Lead } from "../leads/lead";
import { toLead } from "../leads/lead-row";
import { countLeadsWhere, listLeadsWhere } from "./lead-scan-queries.server";
import { type LeadChoice, readChoice } from "./read-choice.server";

export type { LeadChoice } from "./read-choice.server";

const countedUpTo = 100_000;

/** Leads that fit, newest first; `cursor` is the id of the last one seen. */
export async function listLeads(
  deps: Pick<Deps, "db" | "reader" | "clock">,
  workspaceId: string,
  { cursor, limit, ...choice }: LeadChoice & { cursor?: string; limit: number },
): Promise<{ rows: Lead[]; nextCursor: string | undefined }> {
  const scan = await readChoice(deps, workspaceId, choice);
  const page = { direction: "desc", after: cursor, limit: limit + 1 } as const;
  const found = await listLeadsWhere(deps.reader, workspaceId, scan, page);
  const rows = found.slice(0, limit).map(toLead);
  return { rows, nextCursor: found.length > limit ? rows.at(-1)?.id : undefined };
}

/** How many fit; `more` when counting stopped. */
export async function countMatchingLeads(
  deps: Pick<Deps, "db" | "reader" | "clock">,
  workspaceId: string,
  { upTo = countedUpTo, ...choice }: LeadChoice & { upTo?: number },
): Promise<{ count: number; more: boolean }> {
  const scan = await readChoice(deps, workspaceId, choice);
  const count = await countLeadsWhere(deps.reader, workspaceId, scan, upTo + 1);
  return { count: Math.min(count, upTo), more: count > upTo };
}

const sampled = 500;

/** Names of fields that the latest leads have, for suggesting. */
export async function listFieldNames(
  deps: Pick<Deps, "db" | "reader" | "clock">,
  workspaceId: string,
): Promise<string[]> {
  const { rows } = await listLeads(deps, workspaceId, { limit: sampled });
  return ["email", ...new Set(["name", ...rows.flatMap((lead) => Object.keys(lead.fields))])].slice(0, 200);
}
