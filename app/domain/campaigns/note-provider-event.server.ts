import type { Deps } from "../deps";
import type { ProviderEvent } from "../mail/provider-event";
import { suppressAddress } from "../suppression/suppress-address.server";
import { findSeenRecipient, markDelivered, markSeen, settleUnknown } from "./seen-queries.server";
import { unsubscribeRecipient } from "./unsubscribe-recipient.server";

const marks = {
  bounced: "bounced_at",
  blocked: "bounced_at",
  complained: "complained_at",
  unsubscribed: "unsubscribed_at",
} as const;

/**
 * Takes what a relay tells of a delivery. The same event twice, or late, changes nothing: each mark is set once, and a
 * late "delivered" does not undo a bounce. Answers whether it spoke of a message of ours.
 */
export async function noteProviderEvent(deps: Deps, event: ProviderEvent): Promise<boolean> {
  const { workspaceId, deliveryId, kind } = event;
  const found = await findSeenRecipient(deps.db, workspaceId, deliveryId);
  if (!found) return false;
  const at = Math.min(event.at, deps.clock.now());
  await deps.transact(async (tx) => {
    await settleUnknown(tx, workspaceId, [deliveryId], at);
    if (kind === "delivered") await markDelivered(tx, workspaceId, deliveryId, at);
    else await markSeen(tx, workspaceId, [deliveryId], marks[kind], at);
  });
  // An anonymised delivery is nobody's any more.
  if (!found.addressHash) return true;
  const address = { workspaceId, addressHash: found.addressHash, deliveryId };
  const actor = { kind: "system", reason: `provider: ${kind}` } as const;
  if (kind === "bounced") {
    await suppressAddress(deps, actor, { ...address, reason: "bounce", source: "provider" });
  } else if (kind === "complained") {
    await suppressAddress(deps, actor, { ...address, reason: "complaint", source: "provider" });
  } else if (kind === "unsubscribed") {
    const recipient = { ...address, topicId: found.topicId };
    await unsubscribeRecipient(deps, actor, { recipient, scope: "link", source: "provider" });
  }
  return true;
}
