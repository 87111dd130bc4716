import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { updateSenderRow } from "./sender-queries.server";

/** Takes a sender out of the list. What was sent under it keeps its frozen copy. */
export async function removeSender(
  deps: Deps,
  actor: Actor,
  { workspaceId, senderId }: { workspaceId: string; senderId: string },
): Promise<void> {
  await deps.transact(async (tx) => {
    if (!(await updateSenderRow(tx, workspaceId, senderId, { removed_at: deps.clock.now() }))) {
      throw new DomainError("not_found", "sender_not_found", "There is no such sender.");
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "sender:remove",
      targetKind: "sender",
      targetId: senderId,
    });
  });
}
