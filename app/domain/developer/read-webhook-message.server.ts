import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { findDeliveryRow } from "./webhook-delivery-queries.server";
import type { WebhookDelivery } from "./webhook-endpoint";
import { webhookBody } from "./webhook-message.server";

/** One message of an endpoint, with the body that it would be sent with now. */
export async function readWebhookMessage(
  deps: Pick<Deps, "db">,
  { workspaceId, endpointId, deliveryId }: { workspaceId: string; endpointId: string; deliveryId: string },
): Promise<{ delivery: WebhookDelivery; body: string }> {
  const delivery = await findDeliveryRow(deps.db, workspaceId, deliveryId);
  if (delivery?.endpointId !== endpointId) {
    throw new DomainError("not_found", "delivery_not_found", "There is no such delivery.");
  }
  return { delivery, body: await webhookBody(deps, delivery) };
}
