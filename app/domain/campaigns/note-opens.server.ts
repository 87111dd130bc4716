import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { openKind } from "../tracking/open-kind";
import { recordClicks } from "../tracking/record-clicks.server";
import { recordOpens, type SeenMessage } from "../tracking/record-opens.server";
import type { MessageRef } from "./message-token.server";
import { listSeenDeliveries, markSeen, type SeenMark, settleUnknown } from "./seen-queries.server";

/** Something a mail program or a browser asked for; with `link` a click, without an open. */
export interface Sighting {
  ref: MessageRef;
  link?: number;
  at: number;
  userAgent: string;
  method: string;
}

type Matched = SeenMessage & { link: number | undefined };

/**
 * Stores a batch of opens and clicks in one transaction and marks their deliveries. Who refused to be tracked, and
 * what names no message of ours, leaves nothing.
 */
export async function noteOpens(deps: Deps, sightings: readonly Sighting[]): Promise<void> {
  const byWorkspace = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const { workspaceId } = sighting.ref;
    byWorkspace.set(workspaceId, [...(byWorkspace.get(workspaceId) ?? []), sighting]);
  }
  const matched = new Map<string, Matched[]>();
  for (const [workspaceId, seen] of byWorkspace) {
    const found = await match(deps.db, workspaceId, seen);
    if (found.length > 0) matched.set(workspaceId, found);
  }
  if (matched.size === 0) return;
  await deps.transact(
    async (tx) => {
      for (const [workspaceId, seen] of matched) await store(deps, tx, workspaceId, seen);
    },
    { isBatch: true },
  );
}

async function match(db: Executor, workspaceId: string, seen: readonly Sighting[]): Promise<Matched[]> {
  const ids = [...new Set(seen.map(({ ref }) => ref.deliveryId))];
  const known = new Map((await listSeenDeliveries(db, workspaceId, ids)).map((row) => [row.id, row]));
  return seen.flatMap(({ ref, link, at, userAgent, method }) => {
    const delivery = known.get(ref.deliveryId);
    if (delivery?.campaignId !== ref.campaignId) return [];
    const sinceSentMs = delivery.sentAt === undefined ? undefined : at - delivery.sentAt;
    const kind = openKind(userAgent, { sinceSentMs, method, isClick: link !== undefined });
    return [{ ...ref, addressHash: delivery.addressHash, kind, at, userAgent, link }];
  });
}

async function store(deps: Deps, tx: Executor, workspaceId: string, seen: readonly Matched[]): Promise<void> {
  const opens = await recordOpens(
    deps,
    tx,
    workspaceId,
    seen.filter(({ link }) => link === undefined),
  );
  const clicks = await recordClicks(
    deps,
    tx,
    workspaceId,
    seen.flatMap((one) => (one.link === undefined ? [] : [{ ...one, link: one.link }])),
  );
  const now = deps.clock.now();
  const ids = (rows: readonly SeenMessage[]) => [...new Set(rows.map(({ deliveryId }) => deliveryId))].sort();
  const mark = (rows: readonly SeenMessage[], as: SeenMark) => markSeen(tx, workspaceId, ids(rows), as, now);
  await mark(
    opens.filter(({ kind }) => kind === "human"),
    "opened_human_at",
  );
  await mark(
    opens.filter(({ kind }) => kind === "machine"),
    "opened_machine_at",
  );
  await mark(
    opens.filter(({ kind }) => kind === "unknown"),
    "opened_unknown_at",
  );
  await mark(
    clicks.filter(({ kind }) => kind !== "machine"),
    "clicked_at",
  );
  await settleUnknown(tx, workspaceId, ids([...opens, ...clicks]), now);
}
