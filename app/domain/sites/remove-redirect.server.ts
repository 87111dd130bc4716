import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { deleteRedirect } from "./redirect-queries.server";

export async function removeRedirect(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; siteId: string; redirectId: string },
): Promise<void> {
  const { workspaceId, siteId, redirectId } = input;
  await deps.transact(async (tx) => {
    if (!(await deleteRedirect(tx, workspaceId, siteId, redirectId))) {
      throw new DomainError("not_found", "redirect_not_found", "There is no such redirect.");
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "redirect:remove",
      targetKind: "site",
      targetId: siteId,
      detail: { redirect: redirectId },
    });
    await announceEdgeChange(deps, tx, { kind: "site", workspaceId, ref: siteId });
  });
}
