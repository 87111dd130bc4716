import { sql } from "kysely";
import type { Executor } from "~db/schema/executor";
import type { OpenKind } from "./open-kind";

interface NewOpen {
  workspaceId: string;
  id: string;
  campaignId: string;
  deliveryId: string;
  kind: OpenKind;
  at: number;
  userAgent: string;
}

const toRow = (open: NewOpen) => ({
  workspace_id: open.workspaceId,
  id: open.id,
  campaign_id: open.campaignId,
  delivery_id: open.deliveryId,
  kind: open.kind,
  at: open.at,
  user_agent: open.userAgent.slice(0, 300),
});

export async function insertOpens(db: Executor, opens: readonly NewOpen[]): Promise<void> {
  if (opens.length > 0) await db.insertInto("opens").values(opens.map(toRow)).execute();
}

export async function insertClicks(
  db: Executor,
  clicks: readonly (NewOpen & { link: number })[],
): Promise<void> {
  if (clicks.length === 0) return;
  await db
    .insertInto("clicks")
    .values(clicks.map((click) => ({ ...toRow(click), link: click.link })))
    .execute();
}

/** Whole hours since `from`; both databases divide integers alike after the remainder is taken off. */
const bucketOf = (from: number, hour: number) =>
  sql<number>`(at - ${sql.lit(from)} - ((at - ${sql.lit(from)}) % ${sql.lit(hour)})) / ${sql.lit(hour)}`;

/** Events of a campaign by hour after a moment and by kind. */
export async function countOpensByHour(
  db: Executor,
  table: "opens" | "clicks",
  workspaceId: string,
  campaignId: string,
  { from, hours }: { from: number; hours: number },
): Promise<{ hour: number; kind: OpenKind; count: number }[]> {
  const hour = 3_600_000;
  const rows = await db
    .selectFrom(table)
    .select((e) => ["kind", bucketOf(from, hour).as("bucket"), e.fn.countAll().as("count")])
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .where("at", ">=", from)
    .where("at", "<", from + hours * hour)
    .groupBy(["kind", bucketOf(from, hour)])
    .execute();
  return rows.map((row) => ({
    hour: Number(row.bucket),
    kind: row.kind as OpenKind,
    count: Number(row.count),
  }));
}

export async function countClicksByLink(
  db: Executor,
  workspaceId: string,
  campaignId: string,
): Promise<{ link: number; kind: OpenKind; count: number }[]> {
  const rows = await db
    .selectFrom("clicks")
    .select((e) => ["link", "kind", e.fn.countAll().as("count")])
    .where("workspace_id", "=", workspaceId)
    .where("campaign_id", "=", campaignId)
    .groupBy(["link", "kind"])
    .execute();
  return rows.map((row) => ({ link: row.link, kind: row.kind as OpenKind, count: Number(row.count) }));
}
