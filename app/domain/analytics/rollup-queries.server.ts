import { sql } from "kysely";
import { upsert } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import { slotMs } from "./figures";
import type { SlotCount } from "./slot-queries.server";

export async function findRolledUntil(db: Executor, workspaceId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom("rollup_progress")
    .select("rolled_until")
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  return row?.rolled_until;
}

export const saveRolledUntil = (db: Executor, workspaceId: string, until: number) =>
  upsert(
    db,
    "rollup_progress",
    [{ workspace_id: workspaceId, rolled_until: until, zone: "", shares_until: 0 }],
    { key: ["workspace_id"], set: ["rolled_until"] },
  );

const key = ["workspace_id", "page_id", "slot"] as const;
const rowsAtOnce = 200;

const rowOf = (workspaceId: string, count: SlotCount) => ({
  workspace_id: workspaceId,
  page_id: count.pageId,
  slot: count.slot,
  views: count.views,
  visitors: count.visitors,
  form_starts: count.formStarts,
  leads: count.leads,
  bots: count.bots,
  duration_ms: count.durationMs,
});

/** Puts counted slots in place of what was there. */
export async function saveRollups(
  db: Executor,
  workspaceId: string,
  counts: readonly SlotCount[],
): Promise<void> {
  for (let at = 0; at < counts.length; at += rowsAtOnce) {
    const rows = counts.slice(at, at + rowsAtOnce).map((count) => rowOf(workspaceId, count));
    await upsert(db, "page_rollups", rows, {
      key,
      set: ["views", "visitors", "form_starts", "leads", "bots", "duration_ms"],
    });
  }
}

/** One more lead in a slot that is counted already. */
export const addRolledLead = (db: Executor, workspaceId: string, count: SlotCount) =>
  upsert(db, "page_rollups", [rowOf(workspaceId, count)], { key, add: ["leads"] });

/** The first moment of which roll-ups do not tell yet: after the last one, or the first visit or submission. */
export async function findFirstUncounted(db: Executor, workspaceId: string): Promise<number | undefined> {
  const counted = await db
    .selectFrom("page_rollups")
    .select((e) => e.fn.max("slot").as("at"))
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  if (counted?.at) return Number(counted.at) + slotMs;
  const visit = await db
    .selectFrom("visits")
    .select((e) => e.fn.min("at").as("at"))
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  const submission = await db
    .selectFrom("submissions")
    .select((e) => e.fn.min("created_at").as("at"))
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  const times = [visit?.at, submission?.at].flatMap((at) => (at ? [Number(at)] : []));
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** Roll-ups added up in spans of one length, counted from the first moment. */
export async function sumRollups(
  db: Executor,
  workspaceId: string,
  pageIds: readonly string[],
  { from, to, length }: { from: number; to: number; length: number },
): Promise<SlotCount[]> {
  if (pageIds.length === 0 || from >= to) return [];
  const start = sql<number>`(slot - ((slot - ${sql.lit(from)}) % ${sql.lit(length)}))`;
  const rows = await db
    .selectFrom("page_rollups")
    .select((e) => [
      "page_id",
      start.as("start"),
      e.fn.sum("views").as("views"),
      e.fn.sum("visitors").as("visitors"),
      e.fn.sum("form_starts").as("form_starts"),
      e.fn.sum("leads").as("leads"),
      e.fn.sum("bots").as("bots"),
      e.fn.sum("duration_ms").as("duration_ms"),
    ])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "in", [...pageIds])
    .where("slot", ">=", from)
    .where("slot", "<", to)
    .groupBy(["page_id", start])
    .execute();
  return rows.map((row) => ({
    pageId: row.page_id,
    slot: Number(row.start),
    views: Number(row.views),
    visitors: Number(row.visitors),
    formStarts: Number(row.form_starts),
    leads: Number(row.leads),
    bots: Number(row.bots),
    durationMs: Number(row.duration_ms),
  }));
}
