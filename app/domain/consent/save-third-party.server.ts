import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { requirePermission } from "../workspaces/authorise-member.server";
import { readThirdParty, type ThirdParty, type ThirdPartyInput } from "./third-party";
import { insertThirdParty, listThirdPartyRows, updateThirdPartyRow } from "./third-party-queries.server";

const most = 50;

/** Declares a service, or changes what was declared. Whoever visits is asked anew: they agreed to something else. */
export async function saveThirdParty(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  input: { workspaceId: string; thirdPartyId?: string } & ThirdPartyInput,
): Promise<ThirdParty> {
  const { workspaceId, thirdPartyId, ...given } = input;
  requirePermission(actor, workspaceId, "settings:manage");
  const party: ThirdParty = { ...readThirdParty(given), id: thirdPartyId ?? deps.ids.next() };
  await deps.transact(async (tx) => {
    if (thirdPartyId) {
      if (!(await updateThirdPartyRow(tx, workspaceId, party, deps.clock.now())))
        throw new DomainError("not_found", "third_party_not_found", "There is no such service.");
    } else {
      if ((await listThirdPartyRows(tx, workspaceId)).length >= most)
        throw new DomainError("invalid", "too_many_third_parties", `At most ${most} services are possible.`);
      await insertThirdParty(tx, workspaceId, party, deps.clock.now());
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: thirdPartyId ? "third_party:update" : "third_party:create",
      targetKind: "third_party",
      targetId: party.id,
      detail: {
        name: party.name,
        category: party.category,
        scripts: party.scripts,
        startCode: party.startCode,
      },
    });
    await announceEdgeChange(deps, tx, { kind: "third_party", workspaceId, ref: party.id });
  });
  return party;
}
