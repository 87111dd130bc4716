import type { Deps } from "../deps";
import { takeNamedLease } from "../jobs/take-named-lease.server";
import { attemptWebhook, type WebhookDeps } from "./attempt-webhook.server";
import {
  deleteOldDeliveries,
  holdDeliveries,
  listDueDeliveries,
  updateDelivery,
} from "./webhook-delivery-queries.server";
import type { WebhookDelivery } from "./webhook-endpoint";
import { findEndpointRow } from "./webhook-endpoint-queries.server";

const leaseName = "developer.webhooks";
const leaseMs = 60_000;
/** No try begins later in a round: the lease outlives the last one. */
const roundMs = 30_000;
const perRound = 500;
/** How long an endpoint rests after a message was not taken. */
const heldMs = 30_000;
const keptMs = 30 * 86_400_000;

/** One endpoint, message after message; it waits when one is not taken, so that a dead receiver holds up no other. */
async function serveEndpoint(
  deps: WebhookDeps,
  waiting: readonly WebhookDelivery[],
  until: number,
): Promise<void> {
  for (const delivery of waiting) {
    if (performance.now() > until) return;
    const endpoint = await findEndpointRow(deps.db, delivery.workspaceId, delivery.endpointId);
    if (endpoint?.state !== "enabled" || endpoint.secret === "") {
      await updateDelivery(deps.db, delivery.workspaceId, delivery.id, {
        state: "failed",
        error: "The endpoint is switched off.",
        done_at: deps.clock.now(),
      });
      continue;
    }
    if (await attemptWebhook(deps, endpoint, delivery)) continue;
    const now = deps.clock.now();
    await holdDeliveries(deps.db, endpoint.workspaceId, endpoint.id, { now, until: now + heldMs });
    return;
  }
}

/** Sends what is due. One process at a time; the number of messages looked at. */
export async function deliverWebhooks(deps: WebhookDeps & Pick<Deps, "processId">): Promise<number> {
  const due = await listDueDeliveries(deps.db, deps.clock.now(), perRound);
  if (due.length === 0) return 0;
  const lease = await takeNamedLease(deps.db, leaseName, deps.processId, deps.clock.now(), leaseMs);
  if (lease === undefined) return 0;
  const lanes = new Map<string, WebhookDelivery[]>();
  for (const delivery of due) {
    const key = `${delivery.workspaceId}:${delivery.endpointId}`;
    lanes.set(key, [...(lanes.get(key) ?? []), delivery]);
  }
  const until = performance.now() + roundMs;
  await Promise.all([...lanes.values()].map((waiting) => serveEndpoint(deps, waiting, until)));
  return due.length;
}

export const removeOldDeliveries = (deps: Pick<Deps, "db" | "clock">) =>
  deleteOldDeliveries(deps.db, deps.clock.now() - keptMs);
