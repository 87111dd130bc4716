import type { Executor } from "~db/schema/executor";
import { type ConsentStateRow, type TrackingChoice, trackingPurpose } from "./consent";
import { listConsentStates } from "./consent-queries.server";

/** Present answers for one purpose, by address hash. An address without answer is not in it. */
export async function findConsentStates(
  db: Executor,
  workspaceId: string,
  addressHashes: readonly string[],
  purpose: string,
): Promise<Map<string, ConsentStateRow>> {
  const rows = await listConsentStates(db, workspaceId, addressHashes, purpose);
  return new Map(rows.map((row) => [row.addressHash, row]));
}

/** What each person said to being recognised in opens, clicks and visits. Who was never asked is not in it. */
export async function findTrackingChoices(
  db: Executor,
  workspaceId: string,
  addressHashes: readonly string[],
): Promise<Map<string, TrackingChoice>> {
  const rows = await listConsentStates(db, workspaceId, addressHashes, trackingPurpose);
  return new Map(
    rows
      .filter((row) => row.state !== "pending")
      .map((row) => [row.addressHash, row.state === "granted" ? "granted" : "refused"]),
  );
}
