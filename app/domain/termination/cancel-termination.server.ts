import { wasSuspended } from "../acceptable-use/was-suspended.server";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { requirePermission } from "../workspaces/authorise-member.server";
import { changeStanding } from "../workspaces/change-standing.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { findOpenTermination, markCancelled, setDeleteAfter } from "./termination-queries.server";

/** Takes leaving back while the grace period runs. A suspension that stood before stands again. */
export async function cancelTermination(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  input: { workspaceId: string },
): Promise<void> {
  const { workspaceId } = input;
  requirePermission(actor, workspaceId, "workspace:terminate");
  await deps.transact(async (tx) => {
    const open = await findOpenTermination(tx, workspaceId);
    if (!open) throw new DomainError("conflict", "not_leaving", "This workspace is not being closed.");
    await markCancelled(tx, workspaceId, open.id, deps.clock.now());
    await setDeleteAfter(tx, workspaceId, null);
    const workspace = await getWorkspace(tx, workspaceId);
    if (workspace.standing === "closing") {
      const standing = (await wasSuspended(tx, workspaceId)) ? "suspended" : "good";
      const reason = standing === "good" ? "Its owner stays." : "Its owner stays; the suspension stands.";
      await changeStanding(deps, tx, actor, { workspaceId, standing, reason });
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "workspace:stay",
      targetKind: "termination",
      targetId: open.id,
    });
  });
}
