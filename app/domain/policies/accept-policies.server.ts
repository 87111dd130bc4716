import { platformScope } from "~/lib/ids";
import { truncateIp } from "~/lib/ip-address";
import type { Tx } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { type PolicyName, policiesToAccept } from "./policy";
import { insertAcceptance, listPolicyHeads } from "./policy-queries.server";

/**
 * Records that a person accepted the policies in the versions they were shown, in the caller's transaction.
 * Refuses when a newer one was published meanwhile: nobody accepts what they did not see.
 */
export async function acceptPolicies(
  deps: Pick<Deps, "clock" | "ids">,
  tx: Tx,
  actor: Actor,
  input: { accountId: string; versions: Partial<Record<PolicyName, number>>; ip: string },
): Promise<void> {
  const heads = await listPolicyHeads(tx);
  for (const policy of policiesToAccept) {
    const newest = heads.get(policy)?.newest;
    const shown = input.versions[policy];
    if (newest === undefined || shown === undefined) continue;
    if (shown !== newest) {
      throw new DomainError(
        "conflict",
        "policy_changed",
        "A newer version of our rules was just published. Please read it and accept again.",
      );
    }
    const added = await insertAcceptance(tx, {
      account_id: input.accountId,
      policy,
      version: newest,
      at: deps.clock.now(),
      ip: truncateIp(input.ip) ?? "",
    });
    if (!added) continue;
    await recordAudit(deps, tx, {
      workspaceId: platformScope,
      actor,
      action: "policy:accept",
      targetKind: "policy",
      targetId: `${policy}@${newest}`,
    });
  }
}
