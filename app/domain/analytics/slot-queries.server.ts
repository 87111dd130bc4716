import { type RawBuilder, sql } from "kysely";
import type { Executor } from "~db/schema/executor";
import { type Figures, noFigures, slotMs } from "./figures";

export interface SlotCount extends Figures {
  pageId: string;
  slot: number;
}

const dayMs = 86_400_000;

/** The beginning of the span of this length that a moment falls into; whole numbers on every database. */
const floorTo = (at: RawBuilder<number>, length: number) =>
  sql<number>`(${at} - (${at} % ${sql.lit(length)}))`;

interface Span {
  from: number;
  to: number;
}

async function countVisits(db: Executor, workspaceId: string, pageIds: readonly string[], span: Span) {
  const slot = floorTo(sql.ref("at"), slotMs);
  return db
    .selectFrom("visits")
    .select([
      "page_id",
      slot.as("slot"),
      sql<number>`sum(1 - is_bot)`.as("views"),
      sql<number>`sum(is_bot)`.as("bots"),
      sql<number>`sum(case when is_bot = 0 then form_started else 0 end)`.as("form_starts"),
      sql<number>`sum(case when is_bot = 0 then duration_ms else 0 end)`.as("duration_ms"),
    ])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "in", [...pageIds])
    .where("at", ">=", span.from)
    .where("at", "<", span.to)
    .groupBy(["page_id", slot])
    .execute();
}

/** Each visitor in the slot of the first view of the day: keys change at midnight UTC. */
async function countVisitors(db: Executor, workspaceId: string, pageIds: readonly string[], span: Span) {
  const arrivals = db
    .selectFrom("visits")
    .select(["page_id", sql<number>`min(at)`.as("arrived")])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "in", [...pageIds])
    .where("at", ">=", span.from - (span.from % dayMs))
    .where("at", "<", span.to)
    .where("is_bot", "=", 0)
    .groupBy(["page_id", "visitor_key", floorTo(sql.ref("at"), dayMs)])
    .as("arrivals");
  const slot = floorTo(sql.ref("arrived"), slotMs);
  return db
    .selectFrom(arrivals)
    .select((e) => ["page_id", slot.as("slot"), e.fn.countAll().as("visitors")])
    .where("arrived", ">=", span.from)
    .groupBy(["page_id", slot])
    .execute();
}

async function countSubmissions(db: Executor, workspaceId: string, pageIds: readonly string[], span: Span) {
  const slot = floorTo(sql.ref("created_at"), slotMs);
  return db
    .selectFrom("submissions")
    .select((e) => ["page_id", slot.as("slot"), e.fn.countAll().as("leads")])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "in", [...pageIds])
    .where("created_at", ">=", span.from)
    .where("created_at", "<", span.to)
    .where("state", "=", "accepted")
    .groupBy(["page_id", slot])
    .execute();
}

/** Counts slots from what was recorded; slots without anything are left out. */
export async function countSlots(
  db: Executor,
  workspaceId: string,
  pageIds: readonly string[],
  span: Span,
): Promise<SlotCount[]> {
  if (pageIds.length === 0 || span.from >= span.to) return [];
  const slots = new Map<string, SlotCount>();
  const at = (row: { page_id: string; slot: number }): SlotCount => {
    const key = `${row.page_id}:${row.slot}`;
    const known = slots.get(key) ?? { ...noFigures, pageId: row.page_id, slot: Number(row.slot) };
    slots.set(key, known);
    return known;
  };
  for (const row of await countVisits(db, workspaceId, pageIds, span)) {
    Object.assign(at(row), {
      views: Number(row.views),
      bots: Number(row.bots),
      formStarts: Number(row.form_starts),
      durationMs: Number(row.duration_ms),
    });
  }
  for (const row of await countVisitors(db, workspaceId, pageIds, span))
    at(row).visitors = Number(row.visitors);
  for (const row of await countSubmissions(db, workspaceId, pageIds, span)) at(row).leads = Number(row.leads);
  return [...slots.values()];
}

export async function listPageIds(db: Executor, workspaceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("pages")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("variant_of", "=", "")
    .orderBy("id")
    .limit(10_000)
    .execute();
  return rows.map((row) => row.id);
}

export async function findAcceptedSubmission(
  db: Executor,
  workspaceId: string,
  submissionId: string,
): Promise<{ pageId: string; at: number } | undefined> {
  const row = await db
    .selectFrom("submissions")
    .select(["page_id", "created_at"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", submissionId)
    .where("state", "=", "accepted")
    .executeTakeFirst();
  return row && { pageId: row.page_id, at: row.created_at };
}
