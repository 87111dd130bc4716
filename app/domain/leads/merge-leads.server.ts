import { mergeKey } from "~/lib/email-address";
import { namedValues } from "~/lib/named-values";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { addressHasher } from "../suppression/address-hash.server";
import {
  insertLeads,
  insertMerges,
  type LeadRow,
  lockLeadsByKey,
  type NewLeadRow,
  saveLeads,
} from "./capture-queries.server";
import type { LeadOrigin } from "./lead";
import { personFields, searchText, storedText } from "./lead-text";

/** What is to become part of a lead. */
export interface LeadContribution {
  email: string;
  name: string;
  fields: Record<string, string>;
  origin: LeadOrigin;
  /** For the record of each field: `form:ID`, `import:ID`, `api`, `staff`. */
  from: string;
  /** Empty when there is none. */
  submissionId: string;
}

export interface MergedLead {
  leadId: string;
  addressHash: string;
  /** False when an earlier lead with this address took it up. */
  created: boolean;
}

type Draft = NewLeadRow & { email_key: string };

function take(draft: Draft, given: LeadContribution, now: number): Record<string, string> {
  const before = namedValues();
  const fields = namedValues<string>(JSON.parse(draft.fields));
  const sources = namedValues<string>(JSON.parse(draft.field_sources));
  for (const [field, value] of Object.entries(personFields(given.fields))) {
    const known = fields[field];
    if (known === value) continue;
    if (known !== undefined) before[field] = known;
    fields[field] = value;
    sources[field] = given.from;
  }
  if (given.name && given.name !== draft.name) {
    if (draft.name) before.name = draft.name;
    draft.name = storedText(given.name, 200);
  }
  draft.fields = JSON.stringify(fields);
  draft.field_sources = JSON.stringify(sources);
  draft.search_text = searchText({ email: draft.email, name: draft.name, fields });
  draft.updated_at = now;
  if (given.submissionId) {
    draft.submissions = Number(draft.submissions) + 1;
    draft.last_submission_at = now;
  }
  return before;
}

const draftOf = (row: LeadRow): Draft => ({ ...row });

/**
 * Makes leads of what was given, or adds it to the leads that have the address: one lead for an address, last write wins,
 * each merge recorded. Answers in the order given.
 */
export async function mergeLeads(
  deps: Pick<Deps, "clock" | "ids" | "keys">,
  tx: Executor,
  workspaceId: string,
  contributions: readonly LeadContribution[],
): Promise<MergedLead[]> {
  const now = deps.clock.now();
  const hashOf = await addressHasher(deps, tx, workspaceId);
  const keys = contributions.map((given) => (given.email ? mergeKey(given.email) : ""));
  const sorted = [...new Set(keys.filter(Boolean))].sort();
  const known = new Map<string, Draft>();
  for (const row of await lockLeadsByKey(tx, workspaceId, sorted)) known.set(row.email_key, draftOf(row));
  const locked = new Set(known.keys());
  const fresh: Draft[] = [];
  const merges: Parameters<typeof insertMerges>[1][number][] = [];

  const results = contributions.map((given, index): MergedLead => {
    const key = keys[index] ?? "";
    const present = key ? known.get(key) : undefined;
    if (present) {
      const before = take(present, given, now);
      merges.push({
        workspace_id: workspaceId,
        id: deps.ids.next(),
        lead_id: present.id,
        submission_id: given.submissionId,
        changes: JSON.stringify(before),
        created_at: now,
      });
      return { leadId: present.id, addressHash: present.address_hash, created: false };
    }
    const id = deps.ids.next();
    const draft: Draft = {
      workspace_id: workspaceId,
      id,
      email: storedText(given.email, 320),
      email_key: key || id,
      address_hash: given.email ? hashOf(given.email) : "",
      name: "",
      fields: "{}",
      field_sources: "{}",
      search_text: "",
      origin: given.origin,
      submissions: 0,
      revision: 1,
      created_at: now,
      updated_at: now,
      last_submission_at: null,
    };
    take(draft, given, now);
    fresh.push(draft);
    if (key) known.set(key, draft);
    return { leadId: id, addressHash: draft.address_hash, created: true };
  });

  const byKey = (a: Draft, b: Draft) => (a.email_key < b.email_key ? -1 : 1);
  await insertLeads(tx, fresh.sort(byKey));
  await saveLeads(tx, [...known.values()].filter((draft) => locked.has(draft.email_key)).sort(byKey));
  await insertMerges(tx, merges);
  return results;
}
