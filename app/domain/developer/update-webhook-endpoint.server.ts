import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { getSigningEndpoint, getWebhookEndpoint } from "./list-webhook-endpoints.server";
import { readEndpointInput } from "./read-endpoint-input.server";
import type { EndpointInput, WebhookEndpoint } from "./webhook-endpoint";
import { deleteEndpointRow, updateEndpointRow } from "./webhook-endpoint-queries.server";
import { makeWebhookSecret, secretContext } from "./webhook-signature.server";

type Dependencies = Pick<Deps, "db" | "transact" | "clock" | "ids" | "keys" | "config">;

interface Named {
  workspaceId: string;
  endpointId: string;
}

const gone = () => new DomainError("not_found", "endpoint_not_found", "There is no such endpoint.");

const audited = (actor: Actor, { workspaceId, endpointId }: Named, action: string) => ({
  workspaceId,
  actor,
  action: `webhook-endpoint:${action}`,
  targetKind: "webhook_endpoint",
  targetId: endpointId,
});

/** Changes address, events or state. Switching on forgets earlier failures. */
export async function updateWebhookEndpoint(
  deps: Dependencies,
  actor: Actor,
  { changes, ...named }: Named & { changes: Partial<EndpointInput> & { enabled?: boolean } },
): Promise<WebhookEndpoint> {
  const { workspaceId, endpointId } = named;
  const { enabled, ...given } = changes;
  const known = await getSigningEndpoint(deps, workspaceId, endpointId);
  if (enabled && known.secret === "") {
    const words = "This endpoint came with an archive, without its secret. Make a new secret first.";
    throw new DomainError("conflict", "endpoint_without_secret", words);
  }
  const events = known.events as NonNullable<EndpointInput["events"]>;
  const before = { url: known.url, description: known.description, events };
  const read = await readEndpointInput(deps, { ...before, ...given }, known);
  await deps.transact(async (tx) => {
    const saved = await updateEndpointRow(tx, workspaceId, endpointId, {
      url: read.url,
      description: read.description,
      events: read.events.join(" "),
      updated_at: deps.clock.now(),
      ...(enabled !== undefined && { state: enabled ? "enabled" : "disabled", failing_since: null }),
    });
    if (!saved) throw gone();
    await recordAudit(deps, tx, {
      ...audited(actor, named, "update"),
      detail: { host: new URL(read.url).host, events: read.events, enabled: enabled ?? null },
    });
  });
  return getWebhookEndpoint(deps, workspaceId, endpointId);
}

export async function deleteWebhookEndpoint(deps: Dependencies, actor: Actor, named: Named): Promise<void> {
  await deps.transact(async (tx) => {
    if (!(await deleteEndpointRow(tx, named.workspaceId, named.endpointId))) throw gone();
    await recordAudit(deps, tx, audited(actor, named, "delete"));
  });
}

const overlapMs = 86_400_000;

/** A new secret. The old one signs beside it for a day, so that receivers can change over. */
export async function rotateWebhookSecret(
  deps: Dependencies,
  actor: Actor,
  named: Named,
): Promise<{ secret: string; oldValidUntil: number | undefined }> {
  const { workspaceId, endpointId } = named;
  const known = await getSigningEndpoint(deps, workspaceId, endpointId);
  const secret = makeWebhookSecret();
  const oldValidUntil = known.secret ? deps.clock.now() + overlapMs : undefined;
  await deps.transact(async (tx) => {
    await updateEndpointRow(tx, workspaceId, endpointId, {
      secret: deps.keys.seal(secret, secretContext(workspaceId, endpointId)),
      old_secret: known.secret,
      old_secret_until: oldValidUntil ?? null,
      updated_at: deps.clock.now(),
    });
    await recordAudit(deps, tx, audited(actor, named, "rotate-secret"));
  });
  return { secret, oldValidUntil };
}
