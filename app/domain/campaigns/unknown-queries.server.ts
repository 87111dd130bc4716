import { unindexed } from "~db/dialects/sql/unindexed";
import type { Executor } from "~db/schema/executor";

export interface UnknownRows {
  workspaceId: string;
  campaignId: string;
  deliveryIds?: readonly string[] | undefined;
}

const undecided = (db: Executor, { workspaceId, campaignId, deliveryIds }: UnknownRows) => {
  const update = db
    .updateTable("deliveries")
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .where("state", "=", "unknown")
    .where("reason", "=", "");
  return deliveryIds ? update.where("id", "in", [...deliveryIds]) : update;
};

export async function leaveUnknown(db: Executor, rows: UnknownRows): Promise<number> {
  const changed = await undecided(db, rows).set({ reason: "left" }).executeTakeFirst();
  return Number(changed.numUpdatedRows);
}

export async function prepareUnknownAgain(db: Executor, rows: UnknownRows, now: number): Promise<number> {
  const changed = await undecided(db, rows)
    .set({ state: "prepared", run_at: now, lease_owner: "", lease_until: 0 })
    .executeTakeFirst();
  return Number(changed.numUpdatedRows);
}

/** For the list that a person decides about. */
export const listUndecided = (db: Executor, workspaceId: string, campaignId: string, limit: number) =>
  db
    .selectFrom("deliveries")
    .select(["id", "email", "detail"])
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .where("state", "=", "unknown")
    .where("reason", "=", "")
    .orderBy(unindexed("id"))
    .limit(limit)
    .execute();
