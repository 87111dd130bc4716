import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { listDeliveryRows } from "./webhook-delivery-queries.server";
import type { SigningEndpoint, WebhookDelivery, WebhookEndpoint } from "./webhook-endpoint";
import { findEndpointRow, listEndpointRows } from "./webhook-endpoint-queries.server";

function withoutSecrets(endpoint: SigningEndpoint): WebhookEndpoint {
  const { secret: _secret, oldSecret: _oldSecret, oldSecretUntil: _until, ...shown } = endpoint;
  return shown;
}

/** Oldest first. */
export async function listWebhookEndpoints(
  deps: Pick<Deps, "db">,
  workspaceId: string,
): Promise<WebhookEndpoint[]> {
  return (await listEndpointRows(deps.db, workspaceId)).map(withoutSecrets);
}

export async function getSigningEndpoint(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  endpointId: string,
): Promise<SigningEndpoint> {
  const found = await findEndpointRow(deps.db, workspaceId, endpointId);
  if (!found) throw new DomainError("not_found", "endpoint_not_found", "There is no such endpoint.");
  return found;
}

export const getWebhookEndpoint = async (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  endpointId: string,
): Promise<WebhookEndpoint> => withoutSecrets(await getSigningEndpoint(deps, workspaceId, endpointId));

/** What was sent to an endpoint, newest first, for 30 days. */
export async function listWebhookDeliveries(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  endpointId: string,
  page: { cursor?: string; limit: number },
): Promise<{ rows: WebhookDelivery[]; nextCursor: string | undefined }> {
  await getSigningEndpoint(deps, workspaceId, endpointId);
  const found = await listDeliveryRows(deps.db, workspaceId, endpointId, {
    before: page.cursor,
    limit: page.limit + 1,
  });
  const rows = found.slice(0, page.limit);
  return { rows, nextCursor: found.length > page.limit ? rows.at(-1)?.id : undefined };
}
