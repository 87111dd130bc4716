import type { Executor } from "~db/schema/executor";

export interface SeenDelivery {
  id: string;
  campaignId: string;
  addressHash: string;
  sentAt: number | undefined;
}

/** Deliveries that opens and clicks speak of. Anonymised ones are nobody's any more. */
export async function listSeenDeliveries(
  db: Executor,
  workspaceId: string,
  ids: readonly string[],
): Promise<SeenDelivery[]> {
  const rows = await db
    .selectFrom("deliveries")
    .select(["id", "campaign_id", "address_hash", "sent_at"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...ids])
    .where("address_hash", "!=", "")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    campaignId: row.campaign_id,
    addressHash: row.address_hash,
    sentAt: row.sent_at ?? undefined,
  }));
}

export type SeenMark =
  | "opened_human_at"
  | "opened_machine_at"
  | "opened_unknown_at"
  | "clicked_at"
  | "unsubscribed_at"
  | "bounced_at"
  | "complained_at";

/** The first time counts. */
export async function markSeen(
  db: Executor,
  workspaceId: string,
  ids: readonly string[],
  mark: SeenMark,
  at: number,
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable("deliveries")
    .set({ [mark]: at })
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...ids])
    .where(mark, "is", null)
    .execute();
}

/** Whoever opened or clicked got the message: the one way out of unknown that needs no decision. */
export async function settleUnknown(
  db: Executor,
  workspaceId: string,
  ids: readonly string[],
  at: number,
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable("deliveries")
    .set({ state: "sent", reason: "", sent_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...ids])
    .where("state", "=", "unknown")
    .execute();
}

/** A bounce that is known already outweighs a late word of arrival. */
export const markDelivered = (db: Executor, workspaceId: string, id: string, at: number) =>
  db
    .updateTable("deliveries")
    .set({ delivered_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("delivered_at", "is", null)
    .where("bounced_at", "is", null)
    .execute();

/** Whom a delivery was for and about what, whatever became of the person: the hash may be empty. */
export async function findSeenRecipient(
  db: Executor,
  workspaceId: string,
  deliveryId: string,
): Promise<{ addressHash: string; topicId: string } | undefined> {
  const row = await db
    .selectFrom("deliveries")
    .innerJoin("campaigns", (join) =>
      join
        .onRef("campaigns.workspace_id", "=", "deliveries.workspace_id")
        .onRef("campaigns.id", "=", "deliveries.campaign_id"),
    )
    .select(["deliveries.address_hash", "campaigns.topic_id"])
    .where("deliveries.workspace_id", "=", workspaceId)
    .where("deliveries.id", "=", deliveryId)
    .executeTakeFirst();
  return row && { addressHash: row.address_hash, topicId: row.topic_id };
}

/** When marketing mail last left to each of these addresses. */
export async function listLastSent(
  db: Executor,
  workspaceId: string,
  addressHashes: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("deliveries")
    .select(["address_hash", (each) => each.fn.max("sent_at").as("sent_at")])
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "in", [...addressHashes])
    .where("sent_at", "is not", null)
    .groupBy("address_hash")
    .execute();
  return new Map(rows.map((row) => [row.address_hash, Number(row.sent_at)]));
}

/** Whom a delivery was for; undefined once it is anonymised. */
export async function findDeliveryPerson(
  db: Executor,
  workspaceId: string,
  deliveryId: string,
): Promise<{ leadId: string; email: string; addressHash: string } | undefined> {
  const row = await db
    .selectFrom("deliveries")
    .select(["lead_id", "email", "address_hash"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", deliveryId)
    .executeTakeFirst();
  return row?.lead_id && row.email
    ? { leadId: row.lead_id, email: row.email, addressHash: row.address_hash }
    : undefined;
}

/** Address of a delivery, to be shown masked. */
export async function findDeliveryEmail(
  db: Executor,
  workspaceId: string,
  deliveryId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("deliveries")
    .select("email")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", deliveryId)
    .executeTakeFirst();
  return row?.email || undefined;
}
