import type { Executor } from "~db/schema/executor";

/** Campaigns that ended before a moment, behind `after` in the order of their ids. */
export const listEndedBefore = (
  db: Executor,
  workspaceId: string,
  before: number,
  page: { after: string; limit: number },
): Promise<{ id: string }[]> =>
  db
    .selectFrom("campaigns")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("finished_at", "<", before)
    .where("id", ">", page.after)
    .orderBy("id")
    .limit(page.limit)
    .execute();

/** Makes up to `limit` deliveries nobody's; the number done. What nobody knows the end of waits for a decision. */
export async function unnameDeliveries(
  db: Executor,
  workspaceId: string,
  campaignId: string,
  limit: number,
): Promise<number> {
  const rows = await db
    .selectFrom("deliveries")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .where("lead_id", ">", "")
    .where("state", "in", ["sent", "failed", "excluded", "cancelled"])
    .limit(limit)
    .execute();
  if (rows.length === 0) return 0;
  await db
    .updateTable("deliveries")
    .set({ lead_id: "", email: "", address_hash: "", detail: "" })
    .where("workspace_id", "=", workspaceId)
    .where(
      "id",
      "in",
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.length;
}
