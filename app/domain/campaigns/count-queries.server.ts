import type { Executor } from "~db/schema/executor";

/** Rows by state and reason; the sum is the number of candidates. */
export async function countByState(
  db: Executor,
  workspaceId: string,
  campaignId: string,
): Promise<{ state: string; reason: string; count: number }[]> {
  const rows = await db
    .selectFrom("deliveries")
    .select((e) => ["state", "reason", e.fn.countAll().as("count")])
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .groupBy(["state", "reason"])
    .execute();
  return rows.map((row) => ({ state: row.state, reason: row.reason, count: Number(row.count) }));
}

const marks = {
  delivered: "delivered_at",
  openedHuman: "opened_human_at",
  openedMachine: "opened_machine_at",
  openedUnknown: "opened_unknown_at",
  clicked: "clicked_at",
  unsubscribed: "unsubscribed_at",
  bounced: "bounced_at",
  complained: "complained_at",
} as const;

export type Mark = keyof typeof marks;

/** How many people each thing happened with, at least once. */
export async function countMarks(
  db: Executor,
  workspaceId: string,
  campaignId: string,
): Promise<Record<Mark, number>> {
  const row = await db
    .selectFrom("deliveries")
    .select((e) => [
      e.fn.count(marks.delivered).as("delivered"),
      e.fn.count(marks.openedHuman).as("openedHuman"),
      e.fn.count(marks.openedMachine).as("openedMachine"),
      e.fn.count(marks.openedUnknown).as("openedUnknown"),
      e.fn.count(marks.clicked).as("clicked"),
      e.fn.count(marks.unsubscribed).as("unsubscribed"),
      e.fn.count(marks.bounced).as("bounced"),
      e.fn.count(marks.complained).as("complained"),
    ])
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  return {
    delivered: Number(row?.delivered ?? 0),
    openedHuman: Number(row?.openedHuman ?? 0),
    openedMachine: Number(row?.openedMachine ?? 0),
    openedUnknown: Number(row?.openedUnknown ?? 0),
    clicked: Number(row?.clicked ?? 0),
    unsubscribed: Number(row?.unsubscribed ?? 0),
    bounced: Number(row?.bounced ?? 0),
    complained: Number(row?.complained ?? 0),
  };
}

/** What was said of a message that waits again for this reason. */
export async function findWaitingDetail(
  db: Executor,
  workspaceId: string,
  campaignId: string,
  reason: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("deliveries")
    .select("detail")
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .where("state", "=", "prepared")
    .where("reason", "=", reason)
    .limit(1)
    .executeTakeFirst();
  return row?.detail;
}
