import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { attemptWebhook, type WebhookDeps } from "./attempt-webhook.server";
import { getSigningEndpoint } from "./list-webhook-endpoints.server";
import { findDeliveryRow, insertDelivery, updateDelivery } from "./webhook-delivery-queries.server";
import { testType, type WebhookDelivery } from "./webhook-endpoint";

type Dependencies = WebhookDeps & Pick<Deps, "ids">;

async function deliveryOf(deps: WebhookDeps, workspaceId: string, id: string): Promise<WebhookDelivery> {
  const found = await findDeliveryRow(deps.db, workspaceId, id);
  if (!found) throw new DomainError("not_found", "delivery_not_found", "There is no such delivery.");
  return found;
}

/** Sends a message for trying, at once and only once, and says what came back. */
export async function testWebhookEndpoint(
  deps: Dependencies,
  { workspaceId, endpointId }: { workspaceId: string; endpointId: string },
): Promise<WebhookDelivery> {
  const endpoint = await getSigningEndpoint(deps, workspaceId, endpointId);
  if (endpoint.secret === "") {
    const words = "This endpoint has no secret yet. Make a new one first.";
    throw new DomainError("conflict", "endpoint_without_secret", words);
  }
  const id = deps.ids.next();
  const createdAt = deps.clock.now();
  await insertDelivery(deps.db, {
    ...{ workspaceId, id, endpointId, eventId: id, type: testType, payload: {} },
    createdAt,
  });
  const delivery = await deliveryOf(deps, workspaceId, id);
  await attemptWebhook(deps, endpoint, delivery, { retries: false });
  return deliveryOf(deps, workspaceId, id);
}

/** Queues a message anew, taken or not, under its own id, so that receivers can tell the repeat. */
export async function retryWebhookDelivery(
  deps: WebhookDeps,
  { workspaceId, endpointId, deliveryId }: { workspaceId: string; endpointId: string; deliveryId: string },
): Promise<WebhookDelivery> {
  const delivery = await deliveryOf(deps, workspaceId, deliveryId);
  if (delivery.endpointId !== endpointId) {
    throw new DomainError("not_found", "delivery_not_found", "There is no such delivery.");
  }
  const changes = { state: "waiting", attempts: 0, run_at: deps.clock.now(), done_at: null };
  await updateDelivery(deps.db, workspaceId, deliveryId, changes);
  return deliveryOf(deps, workspaceId, deliveryId);
}
