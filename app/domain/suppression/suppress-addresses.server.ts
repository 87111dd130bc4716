import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { recordEvents } from "../events/record-event.server";
import { normalisationVersion } from "./address-hash.server";
import { type SuppressionReason, type SuppressionSource, standsAsItIs } from "./suppression";
import { findSuppressionRows, insertSuppressions, renewSuppression } from "./suppression-queries.server";

export interface SuppressAddresses {
  workspaceId: string;
  /** Each once. */
  addressHashes: readonly string[];
  /** Empty: all marketing. */
  topicId: string;
  reason: SuppressionReason;
  source: SuppressionSource;
  note: string;
}

const batchSize = 1000;

/** What `suppressAddress` does for one, for a list: a batch in a transaction. Answers how many stand newly. */
export async function suppressAddresses(
  deps: Deps,
  actor: Actor,
  { addressHashes, ...given }: SuppressAddresses,
): Promise<number> {
  let changed = 0;
  for (let from = 0; from < addressHashes.length; from += batchSize) {
    changed += await suppressBatch(deps, actor, given, addressHashes.slice(from, from + batchSize));
  }
  return changed;
}

async function suppressBatch(
  deps: Deps,
  actor: Actor,
  { workspaceId, topicId, reason, source, note }: Omit<SuppressAddresses, "addressHashes">,
  addressHashes: readonly string[],
): Promise<number> {
  const at = deps.clock.now();
  const written = deps.journal.append(
    addressHashes.map((addressHash) => ({
      kind: "suppression",
      ...{ at, workspaceId, addressHash, topicId, reason, normVersion: normalisationVersion },
    })),
  );
  const stored = deps.transact(async (tx) => {
    const present = new Map(
      (await findSuppressionRows(tx, workspaceId, { addressHashes, topicId })).map((row) => [
        row.address_hash,
        row,
      ]),
    );
    const fresh = addressHashes.filter((addressHash) => !present.has(addressHash));
    const again = addressHashes.filter((addressHash) => {
      const row = present.get(addressHash);
      return row && !standsAsItIs(row, reason);
    });
    await insertSuppressions(
      tx,
      fresh.map((address_hash) => ({
        workspace_id: workspaceId,
        address_hash,
        norm_version: normalisationVersion,
        topic_id: topicId,
        ...{ reason, source, created_at: at, lifted_at: null, delivery_id: "", noted_at: null },
      })),
    );
    for (const addressHash of again) {
      const renewed = { reason, source, delivery_id: "", created_at: at };
      await renewSuppression(tx, workspaceId, { addressHash, topicId }, renewed);
    }
    const changed = [...fresh, ...again];
    if (changed.length === 0) return 0;
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "address:suppress-list",
      targetKind: "workspace",
      targetId: workspaceId,
      detail: { addresses: changed.length, topicId, reason, source, ...(note ? { note } : {}) },
    });
    await recordEvents(
      deps,
      tx,
      "recipient.unsubscribed",
      changed.map((addressHash) => ({ workspaceId, payload: { addressHash, topicId } })),
    );
    return changed.length;
  });
  const [answer] = await Promise.allSettled([stored, written]);
  await written;
  if (answer.status === "rejected") throw answer.reason;
  return answer.value;
}
