import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { markNoted } from "./suppression-queries.server";

/** Staff notes that somebody who complained asks for mail again; the person must still opt in anew. */
export async function noteComplaint(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; addressHash: string; note: string },
): Promise<void> {
  if (actor.kind !== "member") {
    throw new DomainError("forbidden", "note_by_member", "Only a member of the workspace can note this.");
  }
  const note = input.note.trim();
  if (note === "") {
    const message = "Write down how they asked: it is what shows later that they did.";
    throw new DomainError("invalid", "note_missing", message, { fields: { note: message } });
  }
  await deps.transact(async (tx) => {
    if (!(await markNoted(tx, input.workspaceId, input.addressHash, deps.clock.now()))) {
      throw new DomainError("not_found", "no_complaint", "There is no complaint from this address.");
    }
    await recordAudit(deps, tx, {
      workspaceId: input.workspaceId,
      actor,
      action: "address:note",
      targetKind: "address",
      targetId: input.addressHash.slice(0, 26),
      detail: { note },
    });
  });
}
