import { type Insertable, sql } from "kysely";
import type { Database } from "../../schema/database";
import type { Executor } from "../../schema/executor";
import { capabilitiesOf } from "./capabilities";
import { isDuplicateKey } from "./errors";

type Table = keyof Database & string;
type Row<T extends Table> = Insertable<Database[T]>;
type ColumnOf<T extends Table> = keyof Database[T] & string;

/** Inserts one row; false when its key exists already. */
export async function insertIfAbsent<T extends Table>(db: Executor, table: T, row: Row<T>): Promise<boolean> {
  try {
    await db.insertInto(table).values(row).execute();
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Inserts the rows whose keys are new; leaves the others as they are. */
export async function insertMissing<T extends Table>(
  db: Executor,
  table: T,
  rows: readonly Row<T>[],
): Promise<void> {
  if (rows.length === 0) return;
  const insert = db.insertInto(table).values(rows as Row<T>[]);
  if (capabilitiesOf(db).onConflict) await insert.onConflict((conflict) => conflict.doNothing()).execute();
  else await insert.ignore().execute();
}

/**
 * Inserts rows, or updates the named columns of those whose key exists.
 * `add` columns grow by the incoming value instead of being replaced.
 */
export async function upsert<T extends Table>(
  db: Executor,
  table: T,
  rows: readonly Row<T>[],
  on: { key: readonly ColumnOf<T>[]; set?: readonly ColumnOf<T>[]; add?: readonly ColumnOf<T>[] },
): Promise<void> {
  if (rows.length === 0) return;
  const { onConflict } = capabilitiesOf(db);
  const incoming = (column: string) =>
    onConflict ? sql`excluded.${sql.ref(column)}` : sql`values(${sql.ref(column)})`;
  const changes: Record<string, unknown> = {};
  for (const column of on.set ?? []) changes[column] = incoming(column);
  for (const column of on.add ?? []) {
    changes[column] = sql`${sql.ref(`${table}.${column}`)} + ${incoming(column)}`;
  }
  const insert = db.insertInto(table).values(rows as Row<T>[]);
  if (onConflict) {
    await insert
      .onConflict((conflict) => conflict.columns(on.key as never).doUpdateSet(changes as never))
      .execute();
  } else {
    await insert.onDuplicateKeyUpdate(changes as never).execute();
  }
}
