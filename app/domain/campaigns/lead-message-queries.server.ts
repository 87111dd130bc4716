import type { Executor } from "~db/schema/executor";
import type { DeliveryState } from "./delivery";
import type { LeadMessage } from "./lead-message";

/** The latest campaigns whose audience a lead was in. */
export async function listMessageRows(
  db: Executor,
  workspaceId: string,
  leadId: string,
  limit: number,
): Promise<LeadMessage[]> {
  const rows = await db
    .selectFrom("deliveries as delivery")
    .innerJoin("campaigns as campaign", (join) =>
      join
        .onRef("campaign.workspace_id", "=", "delivery.workspace_id")
        .onRef("campaign.id", "=", "delivery.campaign_id"),
    )
    .select([
      "delivery.id",
      "delivery.campaign_id",
      "campaign.name",
      "campaign.started_at",
      "delivery.state",
      "delivery.reason",
      "delivery.tracked",
      "delivery.sent_at",
      "delivery.bounced_at",
      "delivery.complained_at",
      "delivery.opened_human_at",
      "delivery.opened_machine_at",
      "delivery.clicked_at",
    ])
    .where("delivery.workspace_id", "=", workspaceId)
    .where("delivery.lead_id", "=", leadId)
    .orderBy("delivery.id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const seen = (at: number | null) => (row.tracked === 1 ? (at ?? undefined) : undefined);
    return {
      deliveryId: row.id,
      campaignId: row.campaign_id,
      campaignName: row.name,
      state: row.state as DeliveryState,
      reason: row.reason,
      startedAt: row.started_at ?? 0,
      sentAt: row.sent_at ?? undefined,
      bouncedAt: row.bounced_at ?? undefined,
      complainedAt: row.complained_at ?? undefined,
      openedAt: seen(row.opened_human_at),
      openedByMachineAt: seen(row.opened_machine_at),
      clickedAt: seen(row.clicked_at),
    };
  });
}
