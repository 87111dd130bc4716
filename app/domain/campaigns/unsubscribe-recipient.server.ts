import type { Actor } from "../actor";
import { mailPurpose } from "../consent/consent";
import { recordConsents } from "../consent/record-consents.server";
import type { Deps } from "../deps";
import type { Recipient } from "../suppression/recipient-token.server";
import { suppressAddress } from "../suppression/suppress-address.server";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import { markSeen } from "./seen-queries.server";

export interface Unsubscribe {
  recipient: Recipient;
  /** link: the topic of the message, or all marketing when it has none. */
  scope: "link" | "all";
  source: "one_click" | "page" | "preferences" | "provider";
}

/**
 * Stops mail to this person, for good and before the answer. Works for suspended, closed and deleted workspaces; doing
 * it again changes nothing.
 */
export async function unsubscribeRecipient(
  deps: Deps,
  actor: Actor,
  { recipient, scope, source }: Unsubscribe,
): Promise<void> {
  const { workspaceId, addressHash, deliveryId } = recipient;
  const topicId = scope === "all" ? "" : recipient.topicId;
  const { changed } = await suppressAddress(deps, actor, {
    workspaceId,
    addressHash,
    topicId,
    reason: "unsubscribe",
    source,
    deliveryId,
  });
  if (!changed) return;
  const workspace = await findWorkspaceById(deps, workspaceId);
  await deps.transact(async (tx) => {
    await markSeen(tx, workspaceId, [deliveryId], "unsubscribed_at", deps.clock.now());
    if (topicId || !workspace) return;
    const method = source === "one_click" || source === "provider" ? "one_click" : "preferences";
    await recordConsents(deps, tx, workspaceId, [
      { addressHash, purpose: mailPurpose, act: "withdrawn", method },
    ]);
  });
}
