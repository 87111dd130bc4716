// Compares a freshly migrated database with the definitions, and the definitions with the rules of the data map.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "kysely";
import { connect } from "../db/connect.server";
import {
  dataMap,
  keptAfterDeletion,
  reachedThrough,
  type StoreSpec,
  stores,
  type TableEntry,
  tableEntry,
} from "../db/data-map";
import { migrate } from "../db/migrate";

const bookkeeping = new Set(["schema_migrations", "schema_lock"]);
const maxExpiryDays = 30;

interface FoundColumn {
  name: string;
  notnull: number;
  pk: number;
}

/** Rules that a definition must keep, whatever the database says. */
export function problemsOfTable({ name, spec }: TableEntry): string[] {
  const problems: string[] = [];
  const columns = Object.entries(spec.columns);
  const names = new Set(columns.map(([column]) => column));
  if (spec.scope === "tenant") {
    for (const key of [spec.primaryKey, ...(spec.unique ?? [])]) {
      const global = key.length === 1 && key[0] === "id" && spec.primaryKey[0] === "workspace_id";
      if (key[0] !== "workspace_id" && !global)
        problems.push(`${name}: key (${key}) does not start with workspace_id`);
    }
  }
  if (spec.exported && spec.scope !== "tenant" && name !== "workspaces") {
    problems.push(`${name}: exported, but not a tenant table`);
  }
  for (const key of [spec.primaryKey, ...(spec.unique ?? []), ...(spec.index ?? [])]) {
    for (const column of key)
      if (!names.has(column)) problems.push(`${name}: key names ${column}, which it lacks`);
  }
  const personal = columns.filter(([, column]) => column.spec.personal).map(([column]) => column);
  if (personal.length > 0) {
    if (spec.basis === "none_personal")
      problems.push(`${name}: ${personal[0]} is personal, but no legal basis is named`);
    if (!spec.subject && !reachedThrough[name] && spec.retention !== "work") {
      problems.push(`${name}: ${personal[0]} is personal, but nothing says whose it is`);
    }
  }
  if (spec.subject) {
    if (!names.has(spec.subject.column))
      problems.push(`${name}: subject column ${spec.subject.column} is missing`);
    if (spec.subject.erase === "keep" && !spec.subject.reason)
      problems.push(`${name}: kept at erasure without a reason`);
  }
  if (!spec.purpose) problems.push(`${name}: has no purpose`);
  return problems;
}

export function problemsOfStore(store: StoreSpec): string[] {
  if (!store.eraser && store.expiryDays === undefined)
    return [`store ${store.name}: neither eraser nor expiry`];
  if ((store.expiryDays ?? 0) > maxExpiryDays)
    return [`store ${store.name}: kept longer than ${maxExpiryDays} days`];
  return [];
}

function problemsOfLists(): string[] {
  const problems: string[] = [];
  for (const [name, link] of Object.entries(reachedThrough)) {
    if (!(link.column in tableEntry(name).spec.columns)) problems.push(`${name}: has no ${link.column}`);
    if (!tableEntry(link.table).spec.subject) problems.push(`${link.table}: has no subject to reach`);
  }
  for (const name of Object.keys(keptAfterDeletion)) tableEntry(name);
  return problems;
}

/** A table as it stands in the database against its definition. */
export function compareTable(entry: TableEntry, found: readonly FoundColumn[]): string[] {
  const { name, spec } = entry;
  if (found.length === 0) return [`${name}: defined, but no migration makes it`];
  const problems: string[] = [];
  const byName = new Map(found.map((column) => [column.name, column]));
  for (const [column, { spec: wanted }] of Object.entries(spec.columns)) {
    const real = byName.get(column);
    byName.delete(column);
    if (!real) problems.push(`${name}.${column}: defined, but missing in the database`);
    else if ((real.notnull === 0 && real.pk === 0) !== wanted.nullable)
      problems.push(`${name}.${column}: nullable differs`);
  }
  for (const column of byName.keys())
    problems.push(`${name}.${column}: in the database, but not in the data map`);
  const key = found.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
  if (String(key.map((column) => column.name)) !== String(spec.primaryKey))
    problems.push(`${name}: primary key differs`);
  return problems;
}

export async function checkDataMap(sourceRoot: string): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "foyer-data-map-"));
  const connections = connect(`sqlite:${path.join(folder, "map.db")}`, sourceRoot);
  try {
    await migrate(connections.db, { owner: "check-data-map" });
    const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(
      connections.db,
    );
    const defined = new Set(dataMap.map((entry) => entry.name));
    const problems = tables.rows
      .filter(({ name }) => !defined.has(name) && !bookkeeping.has(name) && !name.startsWith("sqlite_"))
      .map(({ name }) => `${name}: in the database, but not in the data map`);
    for (const entry of dataMap) {
      const found =
        await sql<FoundColumn>`select name, "notnull", pk from pragma_table_info(${entry.name})`.execute(
          connections.db,
        );
      problems.push(...problemsOfTable(entry), ...compareTable(entry, found.rows));
    }
    return [...problems, ...problemsOfLists(), ...stores.flatMap(problemsOfStore)];
  } finally {
    await connections.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const problems = await checkDataMap(path.resolve(import.meta.dirname, ".."));
  for (const problem of problems) console.error(problem);
  console.log(`data map: ${dataMap.length} tables, ${problems.length} problems`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
