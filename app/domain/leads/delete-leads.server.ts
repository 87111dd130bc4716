import type { Executor } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import { forgetPerson } from "../consent/forget-person.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { recordEvents } from "../events/record-event.server";
import { deleteHeldOf } from "./delete-held.server";
import type { Lead } from "./lead";
import { deleteLeadRows, listLeadRows, lockLeadRows } from "./lead-queries.server";
import { firstUnnoted, noteHeldSince } from "./note-held-addresses.server";

type NeededDeps = Pick<Deps, "db" | "reader" | "transact" | "clock" | "ids" | "journal" | "keys">;

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
  const unnoted = await firstUnnoted(deps);
  if (unnoted !== undefined) await noteHeldSince(deps, workspaceId, unnoted);
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
    await deleteHeldOf(
      deps,
      tx,
      workspaceId,
      leads.map(({ email }) => email),
    );
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
