import type { Insertable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import { mailPurpose, trackingPurpose } from "../consent/consent";
import type { DeliveryState } from "./delivery";

const changedRows = (result: { numUpdatedRows: bigint }): number => Number(result.numUpdatedRows);

export async function insertDeliveries(
  db: Executor,
  rows: readonly Insertable<Database["deliveries"]>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += 100) {
    await db
      .insertInto("deliveries")
      .values(rows.slice(start, start + 100))
      .execute();
  }
}

/** Address hashes among these that a campaign has a row for already. */
export async function listPreparedHashes(
  db: Executor,
  workspaceId: string,
  campaignId: string,
  addressHashes: readonly string[],
): Promise<Set<string>> {
  if (addressHashes.length === 0) return new Set();
  const rows = await db
    .selectFrom("deliveries")
    .select("address_hash")
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "in", [...addressHashes])
    .where("campaign_id", "=", campaignId)
    .limit(10_000)
    .execute();
  return new Set(rows.map((row) => row.address_hash));
}

/** Claims prepared rows by compare-and-set; answers those that are ours now. */
export async function claimDeliveries(
  db: Executor,
  workspaceId: string,
  campaignId: string,
  claim: { owner: string; now: number; until: number; limit: number },
): Promise<{ id: string; epoch: number }[]> {
  const candidates = await db
    .selectFrom("deliveries")
    .select(["id", "lease_epoch"])
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .where("state", "=", "prepared")
    .where("run_at", "<=", claim.now)
    .where("lease_until", "<", claim.now)
    .orderBy("run_at")
    .limit(claim.limit)
    .execute();
  const claimed: { id: string; epoch: number }[] = [];
  for (const [epoch, ids] of byEpoch(candidates.map((row) => ({ id: row.id, epoch: row.lease_epoch })))) {
    const changed = await db
      .updateTable("deliveries")
      .set({ lease_owner: claim.owner, lease_until: claim.until, lease_epoch: epoch + 1 })
      .where("workspace_id", "=", workspaceId)
      .where("id", "in", ids)
      .where("state", "=", "prepared")
      .where("lease_epoch", "=", epoch)
      .where("lease_until", "<", claim.now)
      .executeTakeFirst();
    if (changedRows(changed) === ids.length) {
      claimed.push(...ids.map((id) => ({ id, epoch: epoch + 1 })));
      continue;
    }
    const ours = await db
      .selectFrom("deliveries")
      .select("id")
      .where("workspace_id", "=", workspaceId)
      .where("id", "in", ids)
      .where("lease_owner", "=", claim.owner)
      .where("lease_epoch", "=", epoch + 1)
      .execute();
    claimed.push(...ours.map(({ id }) => ({ id, epoch: epoch + 1 })));
  }
  return claimed;
}

/** Rows that went through the same number of hands can be written in one statement. */
export function byEpoch(rows: readonly { id: string; epoch: number }[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const { id, epoch } of rows) groups.set(epoch, [...(groups.get(epoch) ?? []), id]);
  return groups;
}

export interface RecipientRow {
  id: string;
  leadId: string;
  email: string;
  addressHash: string;
  attempts: number;
  /** Absent once the lead was deleted. */
  lead: { name: string; fields: string } | undefined;
  /** Evidence of the consent to mail. */
  basisId: string;
  tracking: "granted" | "refused" | "unasked";
}

/** Everything that is needed to write to these people, in one look. */
export async function listRecipients(
  db: Executor,
  workspaceId: string,
  ids: readonly string[],
): Promise<RecipientRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("deliveries as d")
    .leftJoin("leads as l", (join) =>
      join.onRef("l.workspace_id", "=", "d.workspace_id").onRef("l.id", "=", "d.lead_id"),
    )
    .leftJoin("consent_states as m", (join) =>
      join
        .onRef("m.workspace_id", "=", "d.workspace_id")
        .onRef("m.address_hash", "=", "d.address_hash")
        .on("m.purpose", "=", mailPurpose),
    )
    .leftJoin("consent_states as t", (join) =>
      join
        .onRef("t.workspace_id", "=", "d.workspace_id")
        .onRef("t.address_hash", "=", "d.address_hash")
        .on("t.purpose", "=", trackingPurpose),
    )
    .select([
      "d.id",
      "d.lead_id",
      "d.email",
      "d.address_hash",
      "d.attempts",
      "l.name",
      "l.fields",
      "m.consent_id",
      "t.state as tracking",
    ])
    .where("d.workspace_id", "=", workspaceId)
    .where("d.id", "in", [...ids])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    leadId: row.lead_id,
    email: row.email,
    addressHash: row.address_hash,
    attempts: row.attempts,
    lead: row.name === null ? undefined : { name: row.name, fields: row.fields ?? "{}" },
    basisId: row.consent_id ?? "",
    tracking: row.tracking === "granted" ? "granted" : row.tracking === "withdrawn" ? "refused" : "unasked",
  }));
}

interface Owned {
  workspaceId: string;
  owner: string;
  epoch: number;
}

/** Rows in `from` that this owner holds under this epoch go to another state. */
export async function moveOwned(
  db: Executor,
  owned: Owned,
  ids: readonly string[],
  from: DeliveryState,
  changes: {
    state: DeliveryState;
    reason?: string;
    detail?: string;
    lease_until?: number;
    run_at?: number;
    sent_at?: number;
    attempts?: number;
  },
): Promise<number> {
  if (ids.length === 0) return 0;
  return changedRows(
    await db
      .updateTable("deliveries")
      .set(changes)
      .where("workspace_id", "=", owned.workspaceId)
      .where("id", "in", [...ids])
      .where("state", "=", from)
      .where("lease_owner", "=", owned.owner)
      .where("lease_epoch", "=", owned.epoch)
      .executeTakeFirst(),
  );
}

export async function listOwnedIn(
  db: Executor,
  owned: Owned,
  ids: readonly string[],
  state: DeliveryState,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom("deliveries")
    .select("id")
    .where("workspace_id", "=", owned.workspaceId)
    .where("id", "in", [...ids])
    .where("state", "=", state)
    .where("lease_owner", "=", owned.owner)
    .where("lease_epoch", "=", owned.epoch)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Gives claimed rows back untouched. */
export async function releaseOwned(db: Executor, owned: Owned, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable("deliveries")
    .set({ lease_owner: "", lease_until: 0 })
    .where("workspace_id", "=", owned.workspaceId)
    .where("id", "in", [...ids])
    .where("state", "=", "prepared")
    .where("lease_owner", "=", owned.owner)
    .where("lease_epoch", "=", owned.epoch)
    .execute();
}

/** `sending` rows whose owner is dead: nobody knows whether the message was taken over. */
export async function markUnknown(
  db: Executor,
  workspaceId: string,
  campaignId: string,
  lost: { leaseBefore: number } | { notOwnedBy: string },
): Promise<number> {
  let update = db
    .updateTable("deliveries")
    .set((e) => ({
      state: "unknown",
      lease_owner: "",
      lease_until: 0,
      lease_epoch: e("lease_epoch", "+", 1),
    }))
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .where("state", "=", "sending");
  update =
    "notOwnedBy" in lost
      ? update.where("lease_owner", "!=", lost.notOwnedBy)
      : update.where("lease_until", "<", lost.leaseBefore);
  return changedRows(await update.executeTakeFirst());
}

/** Prepared rows that a dead process had claimed can be taken at once. */
export async function freeClaims(
  db: Executor,
  workspaceId: string,
  campaignId: string,
  notOwnedBy: string,
): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ lease_owner: "", lease_until: 0 })
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .where("state", "=", "prepared")
    .where("lease_until", ">", 0)
    .where("lease_owner", "!=", notOwnedBy)
    .execute();
}

export async function hasDeliveriesIn(
  db: Executor,
  workspaceId: string,
  campaignId: string,
  states: readonly DeliveryState[],
): Promise<boolean> {
  const row = await db
    .selectFrom("deliveries")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .where("state", "in", [...states])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export const cancelPrepared = (db: Executor, workspaceId: string, campaignId: string) =>
  db
    .updateTable("deliveries")
    .set({ state: "cancelled", lease_owner: "", lease_until: 0 })
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .where("state", "=", "prepared")
    .execute();
