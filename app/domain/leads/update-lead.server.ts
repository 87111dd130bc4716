import { mergeKey } from "~/lib/email-address";
import { namedValues } from "~/lib/named-values";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { addressHasher } from "../suppression/address-hash.server";
import { requireHarmless } from "./check-person";
import type { Lead } from "./lead";
import { type LeadChangesInput, leadChangesSchema } from "./lead-input";
import { changeLeadRow, findLeadRow, isDuplicateKey } from "./lead-queries.server";
import { searchText, storedText } from "./lead-text";
import { readInput } from "./read-input";

export interface UpdateLeadInput {
  workspaceId: string;
  leadId: string;
  /** The revision that the change started from; left out to change whatever is there. */
  revision?: number;
  changes: LeadChangesInput;
}

const changedMeanwhile = () =>
  new DomainError(
    "conflict",
    "lead_changed",
    "Somebody changed this lead meanwhile. Look at it again, then change it.",
  );

export async function updateLead(
  deps: Pick<Deps, "transact" | "clock" | "ids" | "keys">,
  actor: Actor,
  { workspaceId, leadId, revision, changes }: UpdateLeadInput,
): Promise<Lead> {
  const given = readInput(leadChangesSchema, changes, "lead_invalid");
  requireHarmless({ name: given.name ?? "", ...given.fields });
  const from = actor.kind === "apiKey" ? "api" : "staff";
  try {
    return await deps.transact(async (tx) => {
      const lead = await findLeadRow(tx, workspaceId, leadId);
      if (!lead) throw new DomainError("not_found", "lead_not_found", "There is no such lead.");
      if (revision !== undefined && revision !== lead.revision) throw changedMeanwhile();
      const email = given.email ?? lead.email;
      const name = given.name ?? lead.name;
      const fields = namedValues(lead.fields);
      const sources = namedValues(lead.fieldSources);
      for (const [field, value] of Object.entries(given.fields ?? {})) {
        const stored = storedText(value);
        if (fields[field] === stored) continue;
        sources[field] = from;
        fields[field] = stored;
        if (value === "") {
          delete fields[field];
          delete sources[field];
        }
      }
      const hashOf = await addressHasher(deps, tx, workspaceId);
      const saved = await changeLeadRow(tx, workspaceId, lead, {
        email,
        email_key: email ? mergeKey(email) : lead.id,
        address_hash: email ? hashOf(email) : "",
        name,
        fields: JSON.stringify(fields),
        field_sources: JSON.stringify(sources),
        search_text: searchText({ email, name, fields }),
        updated_at: deps.clock.now(),
      });
      if (!saved) throw changedMeanwhile();
      await recordAudit(deps, tx, {
        workspaceId,
        actor,
        action: "lead:update",
        targetKind: "lead",
        targetId: leadId,
        subjectId: leadId,
        detail: { changed: Object.keys({ ...changes, ...changes.fields }).filter((key) => key !== "fields") },
      });
      const changed = await findLeadRow(tx, workspaceId, leadId);
      return changed ?? lead;
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const message = "Another lead has this address. Merge them by deleting one of the two.";
    throw new DomainError("conflict", "address_taken", message, { fields: { email: message } });
  }
}
