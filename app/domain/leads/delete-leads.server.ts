import { mergeKey } from "~/lib/email-address";
import type { Executor } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import { forgetPerson } from "../consent/forget-person.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { recordEvents } from "../events/record-event.server";
import type { Lead } from "./lead";
import { deleteLeadRows, listLeadRows, lockLeadRows } from "./lead-queries.server";
import { deleteHeld, type HeldPlace, listHeldRows } from "./submission-queries.server";

type NeededDeps = Pick<Deps, "reader" | "transact" | "clock" | "ids" | "journal">;

const heldAtOnce = 500;
/** Longer than a submission takes from its coming to its place in the database, on clocks that differ. */
const stillComingMs = 10 * 60_000;

interface Held {
  id: string;
  /** Whose addresses stand in it. */
  of: string[];
}

const keysOf = (leads: readonly Lead[]): Set<string> =>
  new Set(leads.filter((lead) => lead.email).map((lead) => mergeKey(lead.email)));

/** Doubtful submissions belong to no lead yet: found by the addresses in them, back to `since`. */
async function findHeldOf(
  db: Executor,
  workspaceId: string,
  keys: ReadonlySet<string>,
  since: number,
): Promise<Held[]> {
  const found: Held[] = [];
  for (let after: HeldPlace | undefined; keys.size > 0; ) {
    const held = await listHeldRows(db, workspaceId, { after, limit: heldAtOnce, rejected: true });
    for (const { id, fields, createdAt } of held) {
      const of = Object.values(fields)
        .map(mergeKey)
        .filter((key) => keys.has(key));
      if (of.length > 0 && createdAt >= since) found.push({ id, of });
    }
    after = held.at(-1);
    if (!after || held.length < heldAtOnce || after.createdAt < since) break;
  }
  return found;
}

/**
 * Looks through all that waits beforehand, since there may be very much of it; what is to go is told within the
 * transaction, which looks only at what has come since.
 */
async function prepareHeld(deps: NeededDeps, workspaceId: string, leadIds: readonly string[]) {
  const since = deps.clock.now() - stillComingMs;
  const known = keysOf(await listLeadRows(deps.reader, workspaceId, leadIds));
  const seen = await findHeldOf(deps.reader, workspaceId, known, 0);
  return async (tx: Executor, leads: readonly Lead[]): Promise<void> => {
    const keys = keysOf(leads);
    const isKnown = [...keys].every((key) => known.has(key));
    const late = await findHeldOf(tx, workspaceId, keys, isKnown ? since : 0);
    const going = [...seen, ...late].filter(({ of }) => of.some((key) => keys.has(key)));
    const ids = [...new Set(going.map(({ id }) => id))];
    for (let at = 0; at < ids.length; at += heldAtOnce)
      await deleteHeld(tx, workspaceId, ids.slice(at, at + heldAtOnce));
  };
}

/** Deletes people with all they sent. Proof of consent and suppressions stay as keyed hashes. Returns how many there were. */
export async function deleteLeads(
  deps: NeededDeps,
  actor: Actor,
  input: {
    workspaceId: string;
    leadIds: readonly string[];
    /** Nobody asked for it: what they let others quote of them stays, by a consent of its own. */
    keepQuotes?: boolean;
    /** Asked in the same transaction: of these those that are still to go. */
    keepDue?: (tx: Executor) => Promise<string[]>;
  },
): Promise<number> {
  const { workspaceId } = input;
  const deleteHeldOf = await prepareHeld(deps, workspaceId, input.leadIds);
  return deps.transact(async (tx) => {
    await lockLeadRows(tx, workspaceId, input.leadIds);
    const leadIds = input.keepDue ? await input.keepDue(tx) : input.leadIds;
    const leads = await listLeadRows(tx, workspaceId, leadIds);
    if (leads.length === 0) return 0;
    const quoted = (lead: Lead): Record<string, string> =>
      input.keepQuotes ? {} : { addressHash: lead.addressHash };
    await deps.journal.append(
      leads.map((lead) => ({
        kind: "lead.erased",
        at: deps.clock.now(),
        workspaceId,
        leadId: lead.id,
        ...quoted(lead),
      })),
    );
    for (const lead of leads) {
      await forgetPerson(tx, { workspaceId, leadId: lead.id, addressHash: lead.addressHash });
      await deleteLeadRows(tx, workspaceId, lead.id);
      await recordAudit(deps, tx, {
        workspaceId,
        actor,
        action: "lead:delete",
        targetKind: "lead",
        targetId: lead.id,
      });
    }
    await deleteHeldOf(tx, leads);
    await recordEvents(
      deps,
      tx,
      "lead.erased",
      leads.map((lead) => ({ workspaceId, payload: { leadId: lead.id, ...quoted(lead) } })),
    );
    return leads.length;
  });
}

export async function deleteLead(
  deps: NeededDeps,
  actor: Actor,
  input: { workspaceId: string; leadId: string },
): Promise<void> {
  const deleted = await deleteLeads(deps, actor, { workspaceId: input.workspaceId, leadIds: [input.leadId] });
  if (deleted === 0) throw new DomainError("not_found", "lead_not_found", "There is no such lead.");
}
