import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { requirePermission } from "../workspaces/authorise-member.server";
import { deleteThirdPartyRow } from "./third-party-queries.server";

/** No page loads it any more, from the next view on. */
export async function deleteThirdParty(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  input: { workspaceId: string; thirdPartyId: string },
): Promise<void> {
  const { workspaceId, thirdPartyId } = input;
  requirePermission(actor, workspaceId, "settings:manage");
  await deps.transact(async (tx) => {
    if (!(await deleteThirdPartyRow(tx, workspaceId, thirdPartyId)))
      throw new DomainError("not_found", "third_party_not_found", "There is no such service.");
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "third_party:delete",
      targetKind: "third_party",
      targetId: thirdPartyId,
    });
    await announceEdgeChange(deps, tx, { kind: "third_party", workspaceId, ref: thirdPartyId });
  });
}
