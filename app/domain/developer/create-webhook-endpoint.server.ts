import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { readEndpointInput } from "./read-endpoint-input.server";
import { type EndpointInput, maxEndpoints, type WebhookEndpoint } from "./webhook-endpoint";
import { insertEndpoint, listEndpointRows } from "./webhook-endpoint-queries.server";
import { makeWebhookSecret, secretContext } from "./webhook-signature.server";

/** Makes an endpoint. Its secret is in the answer and, sealed, in the database. */
export async function createWebhookEndpoint(
  deps: Pick<Deps, "transact" | "clock" | "ids" | "keys" | "config">,
  actor: Actor,
  { workspaceId, ...given }: { workspaceId: string } & EndpointInput,
): Promise<WebhookEndpoint & { secret: string }> {
  const { url, description, events } = await readEndpointInput(deps, given);
  const id = deps.ids.next();
  const secret = makeWebhookSecret();
  const now = deps.clock.now();
  await deps.transact(async (tx) => {
    if ((await listEndpointRows(tx, workspaceId)).length >= maxEndpoints) {
      const words = `A workspace has at most ${maxEndpoints} endpoints. Delete one first.`;
      throw new DomainError("limit", "endpoints_limit", words);
    }
    await insertEndpoint(tx, {
      workspace_id: workspaceId,
      id,
      url,
      description,
      events: events.join(" "),
      secret: deps.keys.seal(secret, secretContext(workspaceId, id)),
      old_secret: "",
      old_secret_until: null,
      state: "enabled",
      failing_since: null,
      created_by: actorId(actor),
      created_at: now,
      updated_at: now,
    });
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "webhook-endpoint:create",
      targetKind: "webhook_endpoint",
      targetId: id,
      detail: { host: new URL(url).host, events },
    });
  });
  return {
    id,
    workspaceId,
    url,
    description,
    events,
    state: "enabled",
    failingSince: undefined,
    createdAt: now,
    updatedAt: now,
    secret,
  };
}
