import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { type ConsentMethod, isPurpose } from "./consent";
import { recordConsents } from "./record-consents.server";

export interface ChangeConsentInput {
  workspaceId: string;
  addressHash: string;
  purpose: string;
  method: ConsentMethod;
  leadId?: string;
  locale?: string;
  /** When it was said, milliseconds; now when absent. */
  at?: number;
}

/** Takes a consent back; as easy as giving it, and at once. */
export async function withdrawConsent(
  deps: Pick<Deps, "transact" | "clock" | "ids" | "journal">,
  actor: Actor,
  input: ChangeConsentInput,
): Promise<void> {
  const { workspaceId, purpose } = input;
  if (!isPurpose(purpose)) throw new DomainError("invalid", "purpose_unknown", "There is no such purpose.");
  await deps.transact(async (tx) => {
    await recordConsents(deps, tx, workspaceId, [{ ...input, act: "withdrawn" }]);
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "consent:withdraw",
      targetKind: "lead",
      targetId: input.leadId ?? "",
      subjectId: input.leadId,
      detail: { purpose, method: input.method },
    });
  });
}
