import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import { recordConsents } from "../consent/record-consents.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { requireHarmless } from "./check-person";
import type { Lead } from "./lead";
import { type NewLeadInput, newLeadSchema } from "./lead-input";
import { findLeadRow, isDuplicateKey } from "./lead-queries.server";
import { mergeLeads } from "./merge-leads.server";
import { readInput } from "./read-input";

/** Enters a lead by hand or by program; one with the address already there takes it up. Lifts no suppression. */
export async function createLead(
  deps: Pick<Deps, "transact" | "clock" | "ids" | "keys" | "journal">,
  actor: Actor,
  input: { workspaceId: string } & NewLeadInput,
): Promise<{ lead: Lead; created: boolean }> {
  const { workspaceId, ...given } = input;
  const { email, name, fields, consents } = readInput(newLeadSchema, given, "lead_invalid");
  requireHarmless({ name, ...fields });
  const origin = actor.kind === "apiKey" ? "api" : "staff";
  const store = () =>
    deps.transact(async (tx) => {
      const [merged] = await mergeLeads(deps, tx, workspaceId, [
        { email, name, fields, origin, from: origin, submissionId: "" },
      ]);
      if (!merged) throw new Error("Nothing was merged");
      await recordConsents(
        deps,
        tx,
        workspaceId,
        consents.map((consent) => ({
          ...consent,
          addressHash: merged.addressHash,
          leadId: merged.leadId,
          act: "granted",
          method: origin,
        })),
      );
      await recordAudit(deps, tx, {
        workspaceId,
        actor,
        action: merged.created ? "lead:create" : "lead:merge",
        targetKind: "lead",
        targetId: merged.leadId,
        subjectId: merged.leadId,
      });
      const lead = await findLeadRow(tx, workspaceId, merged.leadId);
      if (!lead) throw new DomainError("not_found", "lead_not_found", "There is no such lead.");
      return { lead, created: merged.created };
    });
  try {
    return await store();
  } catch (error) {
    // The same address arrived at the same moment: the second try finds it.
    if (isDuplicateKey(error)) return store();
    throw error;
  }
}
