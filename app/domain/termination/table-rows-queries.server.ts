import { type Expression, type Kysely, type SqlBool, sql } from "kysely";
import { exportedColumns, type TableEntry, workspaceColumn } from "~db/data-map";
import type { Executor } from "~db/schema/executor";
import type { AgeRule } from "./retention-period";

export type TableRow = Record<string, string | number | null>;

// biome-ignore lint/suspicious/noExplicitAny: tables are named by the data map, not by the compiler
const untyped = (db: Executor) => db as unknown as Kysely<any>;

function ownColumn(entry: TableEntry): string {
  const column = workspaceColumn(entry);
  if (!column) throw new Error(`${entry.name} belongs to no workspace`);
  return column;
}

export async function countTableRows(db: Executor, entry: TableEntry, workspaceId: string): Promise<number> {
  const row = await untyped(db)
    .selectFrom(entry.name)
    .select((e) => e.fn.countAll().as("count"))
    .where(ownColumn(entry), "=", workspaceId)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Key columns behind the workspace, which order the rows of one workspace. */
export const orderOf = (entry: TableEntry): string[] =>
  entry.spec.primaryKey.filter((column) => column !== ownColumn(entry));

/** (a, b) > (x, y), in words every database knows and can answer from the key. */
function behind(columns: readonly string[], last: TableRow): Expression<SqlBool> {
  const [first, ...rest] = columns;
  if (!first) return sql<SqlBool>`1 = 0`;
  const column = sql.ref(first);
  if (rest.length === 0) return sql<SqlBool>`${column} > ${last[first]}`;
  return sql<SqlBool>`${column} >= ${last[first]} and (${column} > ${last[first]} or ${behind(rest, last)})`;
}

/** One page of a workspace's rows behind `last`, in the order of the key, without secrets. */
export async function listTableRows(
  db: Executor,
  entry: TableEntry,
  workspaceId: string,
  last: TableRow | undefined,
  limit: number,
): Promise<TableRow[]> {
  const order = orderOf(entry);
  let query = untyped(db)
    .selectFrom(entry.name)
    .select(exportedColumns(entry))
    .where(ownColumn(entry), "=", workspaceId)
    .limit(limit);
  for (const column of order) query = query.orderBy(column);
  if (last) query = query.where(behind(order, last));
  return (await query.execute()) as TableRow[];
}

/** Adds rows of an archive. The caller has checked every column. */
export const insertTableRows = async (db: Executor, entry: TableEntry, rows: readonly TableRow[]) => {
  if (rows.length > 0)
    await untyped(db)
      .insertInto(entry.name)
      .values([...rows])
      .execute();
};

/** Deletes up to about `limit` rows of a workspace; true when none are left. */
export async function deleteTableRows(
  db: Executor,
  entry: TableEntry,
  workspaceId: string,
  limit: number,
): Promise<{ deleted: number; finished: boolean }> {
  const own = ownColumn(entry);
  const first = orderOf(entry)[0];
  const rows = first
    ? await untyped(db)
        .selectFrom(entry.name)
        .select(first)
        .where(own, "=", workspaceId)
        .orderBy(first)
        .limit(limit)
        .execute()
    : [];
  const bound = rows.length === limit ? (rows.at(-1) as TableRow)[first as string] : undefined;
  let query = untyped(db).deleteFrom(entry.name).where(own, "=", workspaceId);
  if (bound !== undefined) query = query.where(first as string, "<=", bound);
  const answer = await query.executeTakeFirst();
  return { deleted: Number(answer.numDeletedRows), finished: bound === undefined };
}

/** Rows of all workspaces from before a moment that still are somebody's. */
export async function countRowsBefore(
  db: Executor,
  entry: TableEntry,
  { column, cleared }: AgeRule,
  before: number | string,
): Promise<number> {
  let query = untyped(db)
    .selectFrom(entry.name)
    .select((e) => e.fn.countAll().as("count"))
    .where(column, "<", before);
  if (cleared) query = query.where(cleared.column, "!=", cleared.to);
  const row = await query.executeTakeFirst();
  return Number(row?.count ?? 0);
}
