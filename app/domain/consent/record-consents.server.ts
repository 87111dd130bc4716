import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { type ConsentEvidence, type ConsentState, stateAfter } from "./consent";
import { insertConsents, listConsentStates, saveConsentStates } from "./consent-queries.server";

export interface RecordedConsents {
  /** For each act, in order: the state it led to, or undefined when it changed none. */
  states: (ConsentState | undefined)[];
  /** For each act, in order: the id of its evidence. */
  ids: string[];
  /** Hashes whose mailbox was asked to confirm within the last ten minutes already. */
  askedLately: Set<string>;
}

const askAgainAfterMs = 10 * 60_000;
/** A form's wordings come again with each submission. */
const hashes = new LRUCache<string, string>({ max: 500 });

function wordingHash(wording: string): string {
  if (!wording) return "";
  const known = hashes.get(wording);
  if (known) return known;
  const made = hash("sha256", wording, "hex");
  hashes.set(wording, made);
  return made;
}

const key = (act: ConsentEvidence) => `${act.addressHash}:${act.purpose}`;

/** Whether the present state decides what the act does. */
const asksState = (act: ConsentEvidence) => act.act === "requested" || act.act === "imported";

/** Evidence and state in one go, in the caller's transaction. Withdrawals are in the journal before it returns. */
export async function recordConsents(
  deps: Pick<Deps, "clock" | "ids" | "journal">,
  tx: Executor,
  workspaceId: string,
  acts: readonly ConsentEvidence[],
): Promise<RecordedConsents> {
  const now = deps.clock.now();
  const hashes = [...new Set(acts.filter(asksState).map((act) => act.addressHash))];
  const known = await listConsentStates(tx, workspaceId, hashes);
  const present = new Map(known.map((row) => [`${row.addressHash}:${row.purpose}`, row.state]));
  const askedLately = new Set(
    known
      .filter((row) => row.state === "pending" && row.updatedAt > now - askAgainAfterMs)
      .map((row) => row.addressHash),
  );
  const rows = [];
  const changed = new Map<string, Parameters<typeof saveConsentStates>[1][number]>();
  const states: (ConsentState | undefined)[] = [];
  for (const act of acts) {
    const id = deps.ids.next();
    const wording = (act.wording ?? "").slice(0, 2000);
    rows.push({
      workspace_id: workspaceId,
      id,
      address_hash: act.addressHash,
      lead_id: act.leadId ?? "",
      purpose: act.purpose,
      act: act.act,
      wording,
      wording_hash: wordingHash(wording),
      locale: act.locale ?? "",
      method: act.method,
      form_id: act.formId ?? "",
      page_version_id: act.pageVersionId ?? "",
      submission_id: act.submissionId ?? "",
      ip: act.ip ?? "",
      at: act.at ?? now,
    });
    const state = stateAfter(act.act, present.get(key(act)));
    states.push(state);
    if (!state) continue;
    present.set(key(act), state);
    changed.set(key(act), {
      workspace_id: workspaceId,
      address_hash: act.addressHash,
      purpose: act.purpose,
      state,
      basis: act.basis ?? "consent",
      consent_id: id,
      updated_at: act.at ?? now,
    });
  }
  await deps.journal.append(
    acts
      .filter((act) => act.act === "withdrawn")
      .map((act) => ({
        kind: "consent.withdrawn",
        at: act.at ?? now,
        workspaceId,
        addressHash: act.addressHash,
        purpose: act.purpose,
      })),
  );
  await insertConsents(tx, rows);
  // Sorted, so that two transactions never wait for each other crosswise.
  await saveConsentStates(
    tx,
    [...changed.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
  );
  return { states, ids: rows.map((row) => row.id), askedLately };
}
