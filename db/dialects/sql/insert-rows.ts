import { CompiledQuery, type Insertable } from "kysely";
import type { Database } from "../../schema/database";
import type { Executor } from "../../schema/executor";
import { capabilitiesOf } from "./capabilities";
import { rowsQuery } from "./rows-query";

type Table = keyof Database & string;

/** Few sizes, so that each statement stays prepared. */
const chunkSizes = [128, 64, 32, 16, 8, 4, 2, 1] as const;
const statements = new Map<string, string>();
const maxStatements = 1000;

/** Backticks quote names on both databases. */
export const quotedName = (name: string): string => `\`${name}\``;

function statement(table: string, columns: readonly string[], rows: number, tail: string): string {
  const key = `${rows} ${table} ${columns.join()}${tail}`;
  const known = statements.get(key);
  if (known) return known;
  const row = `(${columns.map(() => "?").join(",")})`;
  const text = `insert into ${table} (${columns.map(quotedName).join(",")}) values ${Array(rows).fill(row).join(",")}${tail}`;
  if (statements.size < maxStatements) statements.set(key, text);
  return text;
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
  for (let at = 0; at < rows.length; ) {
    const left = rows.length - at;
    const size = chunkSizes.find((chunk) => chunk <= left) ?? 1;
    const parameters = parametersOf(columns, rows, at, at + size);
    await db.executeQuery(CompiledQuery.raw(statement(table, columns, size, tail), parameters));
    at += size;
  }
}
