import type { Executor } from "~db/schema/executor";
import { findTrackingChoices } from "../consent/find-consent-states.server";
import type { Deps } from "../deps";
import type { OpenKind } from "./open-kind";
import { insertOpens } from "./open-queries.server";

export interface SeenMessage {
  campaignId: string;
  deliveryId: string;
  addressHash: string;
  kind: OpenKind;
  at: number;
  userAgent: string;
}

/** A person who said no leaves no event: asked at the flush, so it also counts for messages sent before. */
export async function withoutRefused<T extends { addressHash: string }>(
  tx: Executor,
  workspaceId: string,
  seen: readonly T[],
): Promise<T[]> {
  const hashes = [...new Set(seen.map((one) => one.addressHash))];
  const choices = await findTrackingChoices(tx, workspaceId, hashes);
  return seen.filter((one) => choices.get(one.addressHash) !== "refused");
}

/** Stores opens of one workspace in the caller's transaction; answers those that were stored. */
export async function recordOpens<T extends SeenMessage>(
  deps: Pick<Deps, "ids">,
  tx: Executor,
  workspaceId: string,
  seen: readonly T[],
): Promise<T[]> {
  const kept = await withoutRefused(tx, workspaceId, seen);
  await insertOpens(
    tx,
    kept.map((one) => ({ workspaceId, id: deps.ids.next(), ...one })),
  );
  return kept;
}
