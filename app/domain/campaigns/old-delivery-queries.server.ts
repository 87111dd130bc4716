import type { Expression, SqlBool } from "kysely";
import type { Executor } from "~db/schema/executor";
import { mailPurpose } from "../consent/consent";

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

/** What nobody knows the end of waits for a decision. Said by what it is not, so that rows are found by whom they name. */
const unsettled = ["prepared", "sending", "unknown"];

/** Deliveries of a campaign that still are somebody's. */
export async function countNamed(
  db: Executor,
  workspaceId: string,
  campaignId: string,
  only: Expression<SqlBool>,
): Promise<number> {
  const row = await db
    .selectFrom("deliveries")
    .select((e) => e.fn.countAll().as("count"))
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .where("lead_id", ">", "")
    .where("deliveries.state", "not in", unsettled)
    .where(only)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Up to `limit` deliveries of a campaign that are somebody's, and when that person was last heard from by them. */
export async function listNamedDeliveries(
  db: Executor,
  workspaceId: string,
  campaignId: string,
  { limit, only }: { limit: number; only: Expression<SqlBool> },
): Promise<{ id: string; leadId: string; heardAt: number }[]> {
  const rows = await db
    .selectFrom("deliveries")
    .select(["id", "lead_id", "opened_human_at", "clicked_at"])
    .select((e) => [
      // Whose opens nobody watches tells of themselves by staying, while they agree to mail.
      e
        .case()
        .when(
          e.and([
            e("tracked", "=", 0),
            e("state", "=", "sent"),
            e("bounced_at", "is", null),
            e.exists(
              e
                .selectFrom("consent_states")
                .select("consent_states.state")
                .whereRef("consent_states.workspace_id", "=", "deliveries.workspace_id")
                .whereRef("consent_states.address_hash", "=", "deliveries.address_hash")
                .where("consent_states.purpose", "=", mailPurpose)
                .where("consent_states.state", "=", "granted"),
            ),
          ]),
        )
        .then(e.ref("sent_at"))
        .else(0)
        .end()
        .as("stayed_at"),
    ])
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .where("lead_id", ">", "")
    .where("state", "not in", unsettled)
    .where(only)
    .orderBy("lead_id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    leadId: row.lead_id,
    heardAt: Math.max(row.opened_human_at ?? 0, row.clicked_at ?? 0, row.stayed_at ?? 0),
  }));
}

export async function unnameDeliveries(
  db: Executor,
  workspaceId: string,
  deliveryIds: readonly string[],
): Promise<void> {
  if (deliveryIds.length === 0) return;
  await db
    .updateTable("deliveries")
    .set({ lead_id: "", email: "", address_hash: "", detail: "" })
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...deliveryIds])
    .execute();
}
