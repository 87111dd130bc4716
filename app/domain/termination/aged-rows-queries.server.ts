import { type Kysely, sql } from "kysely";
import { idFloor } from "~/lib/id-floor";
import { type TableEntry, workspaceColumn } from "~db/data-map";
import type { Executor } from "~db/schema/executor";
import { blankColumns } from "../privacy/blank-columns";
import { notResting } from "./resting-leads";
import type { AgeRule } from "./retention-period";

// biome-ignore lint/suspicious/noExplicitAny: tables are named by the data map, not by the compiler
const untyped = (db: Executor) => db as unknown as Kysely<any>;

/** Rows of one workspace from before a moment that still are somebody's. */
export interface AgedRows {
  entry: TableEntry;
  rule: AgeRule;
  workspaceId: string;
  before: number;
}

function ownColumn(entry: TableEntry): string {
  const column = workspaceColumn(entry);
  if (!column) throw new Error(`${entry.name} belongs to no workspace`);
  return column;
}

/** Where a row names a lead. What the security of the instance is told by goes at its time whoever it was about. */
function restingColumn({ spec }: TableEntry): string | undefined {
  return spec.subject?.kind === "lead" && spec.retention !== "security" ? spec.subject.column : undefined;
}

/** Where ids are made with the rows, they tell how old a row can be at most, and no index by time is needed. */
const idTells = ({ spec }: TableEntry): boolean =>
  spec.primaryKey.length === 2 && spec.primaryKey[1] === "id" && spec.columns.id?.spec.type === "id";

/** A row may be some moments younger than its id, or older: what carries the one was not made by the clock of the other. */
const dayMs = 86_400_000;

function select(db: Executor, { entry, rule, workspaceId, before }: AgedRows) {
  let query = untyped(db)
    .selectFrom(entry.name)
    .where(ownColumn(entry), "=", workspaceId)
    .where(rule.column, "<", rule.isId ? idFloor(before) : before);
  if (idTells(entry)) query = query.where("id", "<", idFloor(before + dayMs));
  const resting = restingColumn(entry);
  if (resting) query = query.where(notResting(workspaceId, resting));
  if (rule.only) query = query.where(rule.only.column, "=", rule.only.is);
  if (rule.cleared) query = query.where(rule.cleared.column, "!=", rule.cleared.to);
  return query;
}

export async function countAgedRows(db: Executor, aged: AgedRows): Promise<number> {
  const row = await select(db, aged)
    .select((e) => e.fn.countAll().as("count"))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Keys of up to `limit` of them, behind `after` where ids tell an order. */
async function listKeys(
  db: Executor,
  aged: AgedRows,
  { after, limit }: { after: string; limit: number },
): Promise<Record<string, unknown>[]> {
  let query = select(db, aged).select([...aged.entry.spec.primaryKey]);
  if (idTells(aged.entry)) query = query.where("id", ">", after).orderBy("id");
  return query.limit(limit).execute();
}

/**
 * Removes, or makes nobody's, up to `limit` of them behind `after`; the number done and where to go on. What stays is looked at
 * once in a run.
 */
export async function endAgedRows(
  db: Executor,
  aged: AgedRows,
  page: { after: string; limit: number },
): Promise<{ done: number; last: string }> {
  const { entry, rule, workspaceId } = aged;
  const rows = await listKeys(db, aged, page);
  if (rows.length === 0) return { done: 0, last: page.after };
  const own = ownColumn(entry);
  const keys = entry.spec.primaryKey.filter((column) => column !== own);
  const [only] = keys;
  const these =
    keys.length === 1 && only
      ? sql<boolean>`${sql.ref(only)} in (${sql.join(rows.map((row) => row[only]))})`
      : sql<boolean>`(${sql.join(
          rows.map(
            (row) =>
              sql`(${sql.join(
                keys.map((key) => sql`${sql.ref(key)} = ${row[key]}`),
                sql` and `,
              )})`,
          ),
          sql` or `,
        )})`;
  if (rule.cleared) {
    await untyped(db)
      .updateTable(entry.name)
      .set({ ...blankColumns(entry), [rule.cleared.column]: rule.cleared.to })
      .where(own, "=", workspaceId)
      .where(these)
      .execute();
  } else {
    await untyped(db).deleteFrom(entry.name).where(own, "=", workspaceId).where(these).execute();
  }
  return { done: rows.length, last: String(rows.at(-1)?.id ?? "") };
}
