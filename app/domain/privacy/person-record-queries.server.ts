import type { Kysely } from "kysely";
import { exportedColumns, type TableEntry, workspaceColumn } from "~db/data-map";
import { unindexed } from "~db/dialects/sql/unindexed";
import type { Executor } from "~db/schema/executor";

export type RecordRow = Record<string, string | number | null>;

// biome-ignore lint/suspicious/noExplicitAny: tables are named by the data map, not by the compiler
const untyped = (db: Executor) => db as unknown as Kysely<any>;

/** Rows of one table that a column ties to a person, in the order of their key, without secrets. */
export async function listPersonRows(
  db: Executor,
  entry: TableEntry,
  where: { workspaceId: string; column: string; values: readonly string[] },
): Promise<RecordRow[]> {
  const own = workspaceColumn(entry);
  if (!own || where.values.length === 0) return [];
  let query = untyped(db)
    .selectFrom(entry.name)
    .select(exportedColumns(entry))
    .where(own, "=", where.workspaceId)
    .where(where.column, "in", [...where.values]);
  for (const column of entry.spec.primaryKey) query = query.orderBy(unindexed(column));
  return (await query.execute()) as RecordRow[];
}
