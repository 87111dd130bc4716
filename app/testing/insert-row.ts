import type { Kysely } from "kysely";
import type { Deps } from "~/domain/deps";
import { dataMap } from "~db/data-map";

type Value = string | number | null;

/** A row of a table: what is given, an id of its own, and nothing in the other columns. */
export async function insertRow(
  deps: Pick<Deps, "db" | "ids">,
  table: string,
  given: Readonly<Record<string, Value>>,
): Promise<void> {
  const entry = dataMap.find(({ name }) => name === table);
  if (!entry) throw new Error(`There is no table ${table}`);
  const blank = (name: string): Value => {
    const { spec } = entry.spec.columns[name] as { spec: import("~db/schema/define").ColumnSpec };
    if (spec.nullable) return null;
    if (name === "id") return deps.ids.next();
    if (spec.type === "long" && spec.json) return "{}";
    return ["id", "ascii", "text", "long"].includes(spec.type) ? "" : 0;
  };
  const row = Object.fromEntries(
    Object.keys(entry.spec.columns).map((name) => [name, given[name] ?? blank(name)]),
  );
  const untyped = deps.db as unknown as Kysely<Record<string, Record<string, Value>>>;
  await untyped.insertInto(table).values(row).execute();
}
