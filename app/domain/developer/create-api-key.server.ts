import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { mayDo } from "../workspaces/permission";
import { newApiKey } from "./api-key";
import { insertApiKey } from "./api-key-queries.server";
import { hashApiKeyToken, makeApiKeyToken } from "./api-key-token.server";

/** Makes a key. The token is in the answer and nowhere else. */
export async function createApiKey(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  input: { workspaceId: string; name: string; scopes: readonly string[] },
): Promise<{ id: string; token: string }> {
  requireKeyManager(actor, input.workspaceId);
  const parsed = newApiKey.safeParse({ name: input.name, scopes: [...input.scopes] });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new DomainError("invalid", "api_key_invalid", issue?.message ?? "Something is missing.", {
      fields: { [String(issue?.path[0] ?? "name")]: issue?.message ?? "" },
    });
  }
  const { name, scopes } = parsed.data;
  const id = deps.ids.next();
  const token = makeApiKeyToken(id);
  await deps.transact(async (tx) => {
    await getWorkspace(tx, input.workspaceId);
    await insertApiKey(tx, {
      workspace_id: input.workspaceId,
      id,
      name,
      secret_hash: hashApiKeyToken(token),
      scopes: scopes.join(" "),
      created_by: actorId(actor),
      created_at: deps.clock.now(),
      last_used_at: null,
      revoked_at: null,
    });
    await recordAudit(deps, tx, {
      workspaceId: input.workspaceId,
      actor,
      action: "api-key:create",
      targetKind: "api_key",
      targetId: id,
      detail: { name, scopes },
    });
  });
  return { id, token };
}

export function requireKeyManager(actor: Actor, workspaceId: string): void {
  const own =
    actor.kind === "member" && actor.workspaceId === workspaceId && mayDo(actor.role, "api-key:manage");
  if (own || actor.kind === "system") return;
  throw new DomainError("forbidden", "api_keys_refused", "Only owners and admins may manage API keys.");
}
