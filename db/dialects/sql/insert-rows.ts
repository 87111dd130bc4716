import { CompiledQuery, type Insertable } from "kysely";
import type { Database } from "../../schema/database";
import type { Executor } from "../../schema/executor";

type Table = keyof Database & string;

/** Few sizes, so that each statement stays prepared. */
const chunkSizes = [64, 16, 4, 1] as const;
const statements = new Map<string, string>();
const maxStatements = 1000;

function statement(table: string, columns: readonly string[], rows: number): string {
  const key = `${rows} ${table} ${columns.join()}`;
  const known = statements.get(key);
  if (known) return known;
  const row = `(${columns.map(() => "?").join(",")})`;
  const text = `insert into ${table} (${columns.join(",")}) values ${Array(rows).fill(row).join(",")}`;
  if (statements.size < maxStatements) statements.set(key, text);
  return text;
}

/** Inserts many rows of the same columns: for hot paths, where building a query for each batch would cost more than running it. */
export async function insertRows<T extends Table>(
  db: Executor,
  table: T,
  rows: readonly Insertable<Database[T]>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  for (let at = 0; at < rows.length; ) {
    const left = rows.length - at;
    const size = chunkSizes.find((chunk) => chunk <= left) ?? 1;
    const parameters: unknown[] = [];
    for (let index = at; index < at + size; index += 1) {
      const row = rows[index] as Record<string, unknown>;
      for (const column of columns) parameters.push(row[column]);
    }
    await db.executeQuery(CompiledQuery.raw(statement(table, columns, size), parameters));
    at += size;
  }
}
