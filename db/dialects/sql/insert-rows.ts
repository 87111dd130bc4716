import { CompiledQuery, type Insertable } from "kysely";
import type { Database } from "../../schema/database";
import type { Executor } from "../../schema/executor";
import { capabilitiesOf } from "./capabilities";
import { rowsQuery } from "./rows-query";

type Table = keyof Database & string;

/** Of one statement: what it holds stays far below the largest packet that servers take (16 MB). */
const mostRows = 128;

/** Backticks quote names on both databases. */
export const quotedName = (name: string): string => `\`${name}\``;

function statement(table: string, columns: readonly string[], rows: number, tail: string): string {
  const row = `(${columns.map(() => "?").join(",")})`;
  return `insert into ${table} (${columns.map(quotedName).join(",")}) values ${Array(rows).fill(row).join(",")}${tail}`;
}

function parametersOf(
  columns: readonly string[],
  rows: readonly object[],
  from: number,
  to: number,
): unknown[] {
  const parameters: unknown[] = [];
  for (let index = from; index < to; index += 1) {
    const row = rows[index] as Record<string, unknown>;
    for (const column of columns) parameters.push(row[column]);
  }
  return parameters;
}

/**
 * Inserts many rows of the same columns: for hot paths, where building a query for each batch would cost more than running it.
 * `tail` says what happens where the key exists.
 */
export async function insertRows<T extends Table>(
  db: Executor,
  table: T,
  rows: readonly Insertable<Database[T]>[],
  tail = "",
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  if (capabilitiesOf(db).rowByRow) {
    const parameters = parametersOf(columns, rows, 0, rows.length);
    await db.executeQuery(rowsQuery(statement(table, columns, 1, tail), columns.length, parameters));
    return;
  }
  // Each statement is a way to the server and back; it is read there anew each time, so its size may be any.
  for (let at = 0; at < rows.length; at += mostRows) {
    const to = Math.min(at + mostRows, rows.length);
    const parameters = parametersOf(columns, rows, at, to);
    await db.executeQuery(CompiledQuery.raw(statement(table, columns, to - at, tail), parameters));
  }
}
