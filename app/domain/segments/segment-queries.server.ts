import type { Selectable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import { nobody, type Segment, segmentFilter } from "./segment";

function toSegment(row: Selectable<Database["segments"]>): Segment {
  const filter = segmentFilter.safeParse(JSON.parse(row.filter));
  return {
    id: row.id,
    name: row.name,
    filter: filter.success ? filter.data : nobody,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** By name. */
export async function listSegmentRows(db: Executor, workspaceId: string): Promise<Segment[]> {
  const rows = await db
    .selectFrom("segments")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("removed_at", "is", null)
    .orderBy("name")
    .orderBy("id")
    .limit(500)
    .execute();
  return rows.map(toSegment);
}

/** With `removed`, a removed one too. */
export async function findSegmentRow(
  db: Executor,
  workspaceId: string,
  segmentId: string,
  { removed = false } = {},
): Promise<Segment | undefined> {
  let query = db
    .selectFrom("segments")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", segmentId);
  if (!removed) query = query.where("removed_at", "is", null);
  const row = await query.executeTakeFirst();
  return row && toSegment(row);
}

export const insertSegment = (db: Executor, workspaceId: string, segment: Segment) =>
  db
    .insertInto("segments")
    .values({
      workspace_id: workspaceId,
      id: segment.id,
      name: segment.name,
      filter: JSON.stringify(segment.filter),
      created_at: segment.createdAt,
      updated_at: segment.updatedAt,
      removed_at: null,
    })
    .execute();

/** False when there is none, or it was removed meanwhile. */
export async function saveSegment(
  db: Executor,
  workspaceId: string,
  segmentId: string,
  changes: { name?: string; filter?: string; updated_at: number; removed_at?: number },
): Promise<boolean> {
  const updated = await db
    .updateTable("segments")
    .set(changes)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", segmentId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

/** False when there is none, or it is in use. */
export async function unremoveSegment(
  db: Executor,
  workspaceId: string,
  segmentId: string,
  now: number,
): Promise<boolean> {
  const updated = await db
    .updateTable("segments")
    .set({ removed_at: null, updated_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", segmentId)
    .where("removed_at", "is not", null)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}
