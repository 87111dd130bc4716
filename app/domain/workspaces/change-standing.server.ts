import { plainLine } from "~/lib/plain-text";
import type { Tx } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { announceEdgeChange } from "./announce-edge-change.server";
import { getWorkspace } from "./find-workspace.server";
import { mayMoveStanding, type Standing } from "./standing";
import { moveStanding } from "./workspace-queries.server";

/**
 * Moves a workspace to another standing, in the caller's transaction: row, audit and news for every cache at once.
 * False when it is there already. Who decides (acceptable use, leaving) writes its own event.
 */
export async function changeStanding(
  deps: Pick<Deps, "clock" | "ids">,
  tx: Tx,
  actor: Actor,
  input: { workspaceId: string; standing: Standing; reason: string },
): Promise<boolean> {
  const workspace = await getWorkspace(tx, input.workspaceId);
  const reason = plainLine(input.reason, 500);
  if (workspace.standing === input.standing) return false;
  const moved =
    mayMoveStanding(workspace.standing, input.standing) &&
    (await moveStanding(tx, workspace.id, workspace.standing, {
      standing: input.standing,
      reason,
      at: deps.clock.now(),
    }));
  if (!moved) {
    throw new DomainError(
      "conflict",
      "standing_not_changed",
      `A workspace that is ${workspace.standing} cannot become ${input.standing}. Nothing was changed.`,
    );
  }
  await recordAudit(deps, tx, {
    workspaceId: workspace.id,
    actor,
    action: `workspace:${input.standing}`,
    targetKind: "workspace",
    targetId: workspace.id,
    detail: { from: workspace.standing, to: input.standing, reason },
  });
  await announceEdgeChange(deps, tx, { kind: "standing", workspaceId: workspace.id, ref: workspace.id });
  return true;
}
