import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { updateSenderRow } from "./sender-queries.server";

/** The operator answers for a sender whose domain cannot be checked, such as one behind a relay of its own. */
export async function vouchSender(
  deps: Deps,
  actor: Actor,
  { workspaceId, senderId }: { workspaceId: string; senderId: string },
): Promise<void> {
  if (actor.kind !== "staff" && actor.kind !== "system") {
    throw new DomainError("forbidden", "vouch_by_operator", "Only the operator can vouch for a sender.");
  }
  await deps.transact(async (tx) => {
    if (!(await updateSenderRow(tx, workspaceId, senderId, { state: "vouched" }))) {
      throw new DomainError("not_found", "sender_not_found", "There is no such sender.");
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "sender:vouch",
      targetKind: "sender",
      targetId: senderId,
    });
  });
}
