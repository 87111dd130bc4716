import { unindexed } from "~db/dialects/sql/unindexed";
import type { Executor } from "~db/schema/executor";

/** Deliveries that the mail server refused, by id. */
export async function listFailedRows(
  db: Executor,
  workspaceId: string,
  campaignId: string,
  page: { after: string; limit: number },
) {
  const rows = await db
    .selectFrom("deliveries")
    .select(["id", "lead_id", "email", "reason", "detail"])
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .where("state", "=", "failed")
    .where(unindexed("id"), ">", page.after)
    .orderBy(unindexed("id"))
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    leadId: row.lead_id,
    email: row.email,
    reason: row.reason,
    detail: row.detail,
  }));
}

/** Who was erased meanwhile has no address here any more. */
export async function prepareFailedAgain(
  db: Executor,
  workspaceId: string,
  campaignId: string,
  now: number,
): Promise<number> {
  const changed = await db
    .updateTable("deliveries")
    .set({
      state: "prepared",
      reason: "",
      detail: "",
      attempts: 0,
      run_at: now,
      lease_owner: "",
      lease_until: 0,
    })
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .where("state", "=", "failed")
    .where("email", "!=", "")
    .executeTakeFirst();
  return Number(changed.numUpdatedRows);
}
