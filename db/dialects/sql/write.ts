import type { Insertable } from "kysely";
import type { Database } from "../../schema/database";
import type { Executor } from "../../schema/executor";
import { capabilitiesOf } from "./capabilities";
import { isDuplicateKey } from "./errors";
import { insertRows, quotedName } from "./insert-rows";

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
  const [anyColumn] = Object.keys(rows[0] ?? {}).map(quotedName);
  const tail = capabilitiesOf(db).onConflict
    ? " on conflict do nothing"
    : ` on duplicate key update ${anyColumn} = ${table}.${anyColumn}`;
  await insertRows(db, table, rows, tail);
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
  const incoming = (name: string) => (onConflict ? `excluded.${name}` : `values(${name})`);
  const changes = [
    ...(on.set ?? []).map((column) => `${quotedName(column)} = ${incoming(quotedName(column))}`),
    ...(on.add ?? []).map((column) => {
      const name = quotedName(column);
      return `${name} = ${table}.${name} + ${incoming(name)}`;
    }),
  ].join(", ");
  const key = on.key.map(quotedName).join(", ");
  await insertRows(
    db,
    table,
    rows,
    onConflict ? ` on conflict (${key}) do update set ${changes}` : ` on duplicate key update ${changes}`,
  );
}
