import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import type { EventType, StoredEvent } from "../events/event";
import { hasEndpoints, insertDelivery } from "./webhook-delivery-queries.server";
import type { WebhookType } from "./webhook-endpoint";
import { listEndpointRows } from "./webhook-endpoint-queries.server";

/** Which news of ours endpoints are told of, and under which name. */
export const toldEvents: Partial<Record<EventType, WebhookType>> = {
  "leads.captured": "lead.captured",
  "lead.erased": "lead.deleted",
  "consent.confirmed": "consent.confirmed",
  "recipient.unsubscribed": "recipient.unsubscribed",
  "page.published": "page.published",
  "page.unpublished": "page.unpublished",
  "campaign.delivered": "campaign.sent",
  "testimonial.agreed": "testimonial.agreed",
  "testimonial.declined": "testimonial.declined",
  "testimonial.withdrawn": "testimonial.withdrawn",
};

type Payload = Record<string, string>;

/** What a message is about, and what names it: submissions that were stored together are told of one by one. */
function subjectsOf({ id, type, payload }: StoredEvent): { eventId: string; payload: Payload }[] {
  if (type !== "leads.captured") return [{ eventId: id, payload: payload as Payload }];
  const { captured } = payload as { captured: Payload[] };
  return captured.map((one) => ({ eventId: one.submissionId ?? id, payload: one }));
}

/** Queues an event for every endpoint of its workspace that asked for it. In the transaction that takes the event. */
export async function queueWebhooks(
  deps: Pick<Deps, "clock" | "ids">,
  tx: Executor,
  event: StoredEvent,
): Promise<void> {
  const type = toldEvents[event.type];
  if (!type) return;
  for (const { id: endpointId, events, state } of await listEndpointRows(tx, event.workspaceId)) {
    if (state !== "enabled" || (events.length > 0 && !events.includes(type))) continue;
    for (const subject of subjectsOf(event)) {
      await insertDelivery(tx, {
        workspaceId: event.workspaceId,
        id: deps.ids.next(),
        endpointId,
        type,
        ...subject,
        createdAt: deps.clock.now(),
      });
    }
  }
}

const rememberedMs = 1000;
const maxRemembered = 10_000;

/** Most workspaces have no endpoint: asked once a second, so that leads cost no more for it. */
export function createWebhookInterest(): (tx: Executor, workspaceId: string) => Promise<boolean> {
  const known = new Map<string, { wanted: boolean; until: number }>();
  return async (tx, workspaceId) => {
    const now = performance.now();
    const earlier = known.get(workspaceId);
    if (earlier && earlier.until > now) return earlier.wanted;
    const wanted = await hasEndpoints(tx, workspaceId);
    if (known.size >= maxRemembered) known.clear();
    known.set(workspaceId, { wanted, until: now + rememberedMs });
    return wanted;
  };
}
