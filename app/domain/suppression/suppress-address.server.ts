import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { recordEvent } from "../events/record-event.server";
import { normalisationVersion } from "./address-hash.server";
import { type SuppressionReason, type SuppressionSource, standsAsItIs } from "./suppression";
import { findSuppressionRow, insertSuppression, renewSuppression } from "./suppression-queries.server";

export interface SuppressAddress {
  workspaceId: string;
  addressHash: string;
  /** Empty or absent: all marketing. */
  topicId?: string;
  reason: SuppressionReason;
  source: SuppressionSource;
  deliveryId?: string;
  /** What staff wrote down, such as "asked by phone". */
  note?: string;
  /** When it was said, milliseconds; now when absent. A restored database is told of it later. */
  at?: number;
}

/**
 * Nobody writes to this address again. Idempotent, and without regard to the workspace's standing: it works for
 * suspended, closed and deleted ones. The journal's file is on disk before the row, its second place before the answer:
 * a lost database cannot forget it, and where the second place is away the row holds although the caller hears of a failure.
 */
export async function suppressAddress(
  deps: Deps,
  actor: Actor,
  input: SuppressAddress,
): Promise<{ changed: boolean }> {
  const { workspaceId, addressHash, topicId = "", reason, source, deliveryId = "" } = input;
  const saidAt = input.at ?? deps.clock.now();
  const written = deps.journal.append([
    {
      kind: "suppression",
      at: saidAt,
      workspaceId,
      addressHash,
      topicId,
      reason,
      normVersion: normalisationVersion,
    },
  ]);
  const stored = deps.transact(async (tx) => {
    const key = { addressHash, topicId };
    const added = await insertSuppression(tx, {
      workspace_id: workspaceId,
      address_hash: addressHash,
      norm_version: normalisationVersion,
      topic_id: topicId,
      reason,
      source,
      created_at: saidAt,
      lifted_at: null,
      delivery_id: deliveryId,
      noted_at: null,
    });
    if (!added) {
      const present = await findSuppressionRow(tx, workspaceId, key);
      if (present && standsAsItIs(present, reason)) return { changed: false };
      await renewSuppression(tx, workspaceId, key, {
        reason,
        source,
        delivery_id: deliveryId,
        created_at: saidAt,
      });
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "address:suppress",
      targetKind: "address",
      targetId: addressHash.slice(0, 26),
      detail: { topicId, reason, source, ...(input.note ? { note: input.note } : {}) },
    });
    await recordEvent(deps, tx, workspaceId, "recipient.unsubscribed", { addressHash, topicId });
    return { changed: true };
  });
  const [answer] = await Promise.allSettled([stored, written]);
  await written;
  if (answer.status === "rejected") throw answer.reason;
  return answer.value;
}
