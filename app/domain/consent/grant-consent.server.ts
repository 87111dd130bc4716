import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { type ConsentBasis, isPurpose } from "./consent";
import { recordConsents } from "./record-consents.server";
import type { ChangeConsentInput } from "./withdraw-consent.server";

export interface GrantConsentInput extends ChangeConsentInput {
  /** What the person read or said; staff write down where they have it from. */
  wording: string;
  basis?: ConsentBasis;
}

/** Records a consent given outside a form: in the preference centre, or told to staff. */
export async function grantConsent(
  deps: Pick<Deps, "transact" | "clock" | "ids" | "journal">,
  actor: Actor,
  input: GrantConsentInput,
): Promise<void> {
  const { workspaceId, purpose, wording } = input;
  if (!isPurpose(purpose)) throw new DomainError("invalid", "purpose_unknown", "There is no such purpose.");
  if (!wording.trim()) {
    throw new DomainError(
      "invalid",
      "wording_missing",
      "Write down what the person agreed to: it is the proof.",
      {
        fields: { wording: "Write down what the person agreed to." },
      },
    );
  }
  await deps.transact(async (tx) => {
    await recordConsents(deps, tx, workspaceId, [{ ...input, act: "granted" }]);
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "consent:grant",
      targetKind: "lead",
      targetId: input.leadId ?? "",
      subjectId: input.leadId,
      detail: { purpose, method: input.method },
    });
  });
}
