import { type RawBuilder, sql } from "kysely";
import type { Database } from "../../schema/database";
import type { Executor } from "../../schema/executor";
import { capabilitiesOf } from "./capabilities";

/** A row of a workspace by the rest of its primary key. */
export interface HeldRow {
  table: keyof Database & string;
  key: Readonly<Record<string, string>>;
}

/**
 * Until the transaction ends nobody else changes this row, and what is read from now on is newer than every change
 * made before. First in a transaction: on a database that reads from a snapshot, the snapshot begins after it.
 */
export async function holdRow(tx: Executor, { table, key }: HeldRow): Promise<void> {
  if (!capabilitiesOf(tx).locksRows) return;
  const wheres = Object.entries(key).map(
    ([column, value]): RawBuilder<unknown> => sql`${sql.ref(column)} = ${value}`,
  );
  await sql`select 1 from ${sql.table(table)} where ${sql.join(wheres, sql` and `)} for update`.execute(tx);
}
