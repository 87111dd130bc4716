import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { normalisationVersion } from "./address-hash.server";
import { needsNoteToLift } from "./suppression";
import { findSuppressionRow, markLifted } from "./suppression-queries.server";

export interface LiftSuppression {
  workspaceId: string;
  addressHash: string;
  /** Empty or absent: the one for all marketing. */
  topicId?: string;
  /** The person's own act: a choice in the preference centre, or an opt-in confirmed from the mailbox. */
  via: "preferences" | "confirmation";
}

/**
 * Only the person lifts: staff, imports, forms and the API never do. After a complaint staff must have noted it too.
 * Answers whether the address may be written to again.
 */
export async function liftSuppression(
  deps: Deps,
  actor: Actor,
  { workspaceId, addressHash, topicId = "", via }: LiftSuppression,
): Promise<{ lifted: boolean }> {
  if (actor.kind !== "visitor") {
    throw new DomainError(
      "forbidden",
      "suppression_not_liftable",
      "Only the person can ask for mail again, by confirming an opt-in or in the preference centre.",
    );
  }
  const now = deps.clock.now();
  return deps.transact(async (tx) => {
    const key = { addressHash, topicId };
    const row = await findSuppressionRow(tx, workspaceId, key);
    if (!row || row.lifted_at !== null) return { lifted: true };
    if (needsNoteToLift(row.reason) && row.noted_at === null) return { lifted: false };
    if (!(await markLifted(tx, workspaceId, key, now))) return { lifted: true };
    await deps.journal.append([
      {
        kind: "suppression.lifted",
        at: now,
        workspaceId,
        addressHash,
        topicId,
        normVersion: normalisationVersion,
      },
    ]);
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "address:lift",
      targetKind: "address",
      targetId: addressHash.slice(0, 26),
      detail: { topicId, via },
    });
    return { lifted: true };
  });
}
