import { type Actor, actorId } from "../actor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record-event.server";
import { changeStanding } from "../workspaces/change-standing.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { decisionInput } from "./standing-action";
import { insertStandingAction } from "./standing-action-queries.server";
import { requireOperator } from "./suspend-workspace.server";

/** Opens a suspended workspace again: back to good, or to closing when it was leaving. */
export async function reinstateWorkspace(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  input: { workspaceId: string; reason: string },
): Promise<boolean> {
  requireOperator(actor);
  const parsed = decisionInput.safeParse(input);
  if (!parsed.success) {
    throw new DomainError("invalid", "reason_missing", parsed.error.issues[0]?.message ?? "Say why.");
  }
  const { workspaceId, reason } = parsed.data;
  return deps.transact(async (tx) => {
    const workspace = await getWorkspace(tx, workspaceId);
    if (workspace.standing !== "suspended") return false;
    const standing = workspace.deleteAfter === undefined ? "good" : "closing";
    await changeStanding(deps, tx, actor, { workspaceId, standing, reason });
    const id = deps.ids.next();
    await insertStandingAction(tx, {
      id,
      workspaceId,
      action: "reinstate",
      rule: "",
      reason,
      actorId: actorId(actor),
      createdAt: deps.clock.now(),
    });
    await recordEvent(deps, tx, workspaceId, "workspace.reinstated", { actionId: id });
    return true;
  });
}
