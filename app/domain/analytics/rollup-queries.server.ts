import { sql } from "kysely";
import { upsert } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import { type Figures, noFigures } from "./figures";
import { allPages } from "./share-part";

export interface SlotFigures extends Figures {
  slot: number;
}

const counted = ["views", "visitors", "form_starts", "leads", "bots", "duration_ms"] as const;
const key = ["workspace_id", "page_id", "slot"] as const;

const rowOf = (workspaceId: string, pageId: string, slot: number, figures: Figures) => ({
  workspace_id: workspaceId,
  page_id: pageId,
  slot,
  views: figures.views,
  visitors: figures.visitors,
  form_starts: figures.formStarts,
  leads: figures.leads,
  bots: figures.bots,
  duration_ms: figures.durationMs,
});

type CountedRow = Record<(typeof counted)[number], number | string | bigint | null>;

const figuresOf = (row: CountedRow): Figures => ({
  views: Number(row.views),
  visitors: Number(row.visitors),
  formStarts: Number(row.form_starts),
  leads: Number(row.leads),
  bots: Number(row.bots),
  durationMs: Number(row.duration_ms),
});

/** Adds to what is counted of a page, and of all pages together. */
export const addRollups = (
  db: Executor,
  workspaceId: string,
  pageId: string,
  slots: ReadonlyMap<number, Figures>,
) =>
  upsert(
    db,
    "page_rollups",
    [pageId, allPages].flatMap((page) =>
      [...slots].map(([slot, figures]) => rowOf(workspaceId, page, slot, figures)),
    ),
    { key, add: counted },
  );

/** Puts counts in place of those between two moments; leads never become fewer there. */
export async function replaceRollups(
  db: Executor,
  workspaceId: string,
  pageId: string,
  span: { from: number; to: number },
  slots: ReadonlyMap<number, Figures>,
): Promise<void> {
  const old = await selectRollups(db, workspaceId, pageId, span);
  const news = new Map<number, Figures>();
  const changes = new Map<number, Figures>();
  for (const [slot, figures] of slots) if (slot >= span.from && slot < span.to) news.set(slot, figures);
  for (const { slot, ...before } of old) {
    const after = news.get(slot) ?? noFigures;
    news.set(slot, { ...after, leads: Math.max(after.leads, before.leads) });
  }
  const known = new Map(old.map(({ slot, ...figures }) => [slot, figures]));
  for (const [slot, after] of news) changes.set(slot, difference(after, known.get(slot) ?? noFigures));
  await db
    .deleteFrom("page_rollups")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("slot", ">=", span.from)
    .where("slot", "<", span.to)
    .execute();
  const rows = [
    ...[...news].filter(([, figures]) => !isEmpty(figures)).map((one) => rowOf(workspaceId, pageId, ...one)),
    ...[...changes]
      .filter(([, figures]) => !isEmpty(figures))
      .map((one) => rowOf(workspaceId, allPages, ...one)),
  ];
  await upsert(db, "page_rollups", rows, { key, add: counted });
}

const isEmpty = (figures: Figures) => Object.values(figures).every((value) => value === 0);

const difference = (a: Figures, b: Figures): Figures => ({
  views: a.views - b.views,
  visitors: a.visitors - b.visitors,
  formStarts: a.formStarts - b.formStarts,
  leads: a.leads - b.leads,
  bots: a.bots - b.bots,
  durationMs: a.durationMs - b.durationMs,
});

export async function selectRollups(
  db: Executor,
  workspaceId: string,
  pageId: string,
  { from, to }: { from: number; to: number },
): Promise<SlotFigures[]> {
  const rows = await db
    .selectFrom("page_rollups")
    .select(["slot", ...counted])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("slot", ">=", from)
    .where("slot", "<", to)
    .orderBy("slot")
    .execute();
  return rows.map((row) => ({ slot: row.slot, ...figuresOf(row) }));
}

export async function findFirstRollup(
  db: Executor,
  workspaceId: string,
  pageId: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom("page_rollups")
    .select("slot")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .orderBy("slot")
    .limit(1)
    .executeTakeFirst();
  return row?.slot;
}

/** Roll-ups added up in spans of one length, counted from the first moment. */
export async function sumRollups(
  db: Executor,
  workspaceId: string,
  pageId: string,
  { from, to, length }: { from: number; to: number; length: number },
): Promise<SlotFigures[]> {
  if (from >= to) return [];
  const start = sql<number>`(slot - ((slot - ${sql.lit(from)}) % ${sql.lit(length)}))`;
  const rows = await db
    .selectFrom("page_rollups")
    .select((e) => [
      start.as("start"),
      e.fn.sum("views").as("views"),
      e.fn.sum("visitors").as("visitors"),
      e.fn.sum("form_starts").as("form_starts"),
      e.fn.sum("leads").as("leads"),
      e.fn.sum("bots").as("bots"),
      e.fn.sum("duration_ms").as("duration_ms"),
    ])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("slot", ">=", from)
    .where("slot", "<", to)
    .groupBy(start)
    .execute();
  return rows.map((row) => ({ slot: Number(row.start), ...figuresOf(row) }));
}
