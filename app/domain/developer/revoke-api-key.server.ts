import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { markRevoked } from "./api-key-queries.server";
import { requireKeyManager } from "./create-api-key.server";

/** Ends a key with the next request that uses it. */
export async function revokeApiKey(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  input: { workspaceId: string; keyId: string },
): Promise<void> {
  requireKeyManager(actor, input.workspaceId);
  await deps.transact(async (tx) => {
    if (!(await markRevoked(tx, input.workspaceId, input.keyId, deps.clock.now()))) {
      throw new DomainError("not_found", "api_key_not_found", "There is no such active key.");
    }
    await recordAudit(deps, tx, {
      workspaceId: input.workspaceId,
      actor,
      action: "api-key:revoke",
      targetKind: "api_key",
      targetId: input.keyId,
    });
  });
}
