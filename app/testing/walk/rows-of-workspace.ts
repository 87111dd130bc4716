import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Deps } from "~/domain/deps";
import { dataMap, workspaceColumn } from "~db/data-map";

/** What may change without anybody having got in: the record that somebody tried. */
const isRecordOfTry = (table: string, row: Record<string, unknown>): boolean =>
  table === "audit_entries" && row.action === "access:denied";

const owned = dataMap.flatMap((entry) => {
  const column = workspaceColumn(entry);
  return column ? [{ name: entry.name, column }] : [];
});

/** The tables in which a workspace has rows at all, by one question. */
async function filledTables(db: Kysely<unknown>, workspaceId: string): Promise<Set<string>> {
  const looks = owned.map(
    ({ name, column }) => sql`select ${sql.lit(name)} as name,
      exists (select 1 from ${sql.table(name)} where ${sql.ref(column)} = ${workspaceId}) as is_filled`,
  );
  const { rows } = await sql<{
    name: string;
    is_filled: number;
  }>`${sql.join(looks, sql` union all `)}`.execute(db);
  return new Set(rows.filter(({ is_filled }) => Number(is_filled) === 1).map(({ name }) => name));
}

/** A fingerprint of each table's rows of a workspace; two are equal when nothing was changed. */
export async function rowsOfWorkspace(deps: Deps, workspaceId: string): Promise<Record<string, string>> {
  const db = deps.db as unknown as Kysely<Record<string, Record<string, unknown>>>;
  const filled = await filledTables(deps.db as unknown as Kysely<unknown>, workspaceId);
  const prints: Record<string, string> = {};
  for (const { name, column } of owned) {
    const rows = filled.has(name)
      ? await db.selectFrom(name).selectAll().where(sql.ref(column), "=", workspaceId).execute()
      : [];
    const lines = rows
      .filter((row) => !isRecordOfTry(name, row))
      // A key notes when it was used last, also when it was refused.
      .map((row) => JSON.stringify({ ...row, last_used_at: undefined }))
      .sort();
    const digest = createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16);
    prints[name] = `${lines.length} rows ${digest}`;
  }
  return prints;
}
