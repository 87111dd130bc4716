import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { MemberActor } from "../workspaces/authorise-member.server";
import { listKeyRows, setHolder } from "./api-key-queries.server";
import { requireKeyManager } from "./create-api-key.server";

/** Lets a stopped key work again: from now on whoever asks answers for it. */
export async function takeOverApiKey(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: MemberActor,
  input: { workspaceId: string; keyId: string },
): Promise<void> {
  const { workspaceId, keyId } = input;
  requireKeyManager(actor, workspaceId);
  await deps.transact(async (tx) => {
    const key = (await listKeyRows(tx, workspaceId)).find(({ id, stopped }) => id === keyId && stopped);
    const holder = { from: key?.heldBy ?? "", to: actor.accountId };
    if (!key || !(await setHolder(tx, workspaceId, keyId, holder)))
      throw new DomainError("not_found", "api_key_not_found", "There is no such stopped key.");
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "api-key:take-over",
      targetKind: "api_key",
      targetId: keyId,
      detail: { name: key.name },
    });
  });
}
