import { z } from "zod";
import type { TableEntry } from "~db/data-map";
import { addedColumns, exportedColumns } from "~db/data-map";
import type { ColumnSpec } from "~db/schema/define";

const isJson = (text: string) => {
  if (text === "") return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Longest text without a limit of its own: a page document or the HTML of a page. */
const longest = 8 * 1024 * 1024;

function columnSchema(spec: ColumnSpec, forReading: boolean): z.ZodType<string | number | null> {
  const base = ((): z.ZodType<string | number> => {
    switch (spec.type) {
      case "id":
        return z.string().regex(/^[0-9A-Z]{26}$/);
      case "ascii":
        return z
          .string()
          .max(spec.length ?? 26)
          .regex(/^[\x20-\x7e]*$/);
      case "text":
        return z.string().max(spec.length ?? 65_535);
      case "long":
        return forReading && spec.json
          ? z.string().max(longest).refine(isJson, "is not JSON")
          : z.string().max(longest);
      case "bool":
        return z.union([z.literal(0), z.literal(1)]);
      case "ms":
      case "int":
        return z.number().int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
      case "blob":
        return z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
    }
  })();
  return spec.nullable ? base.nullable() : base;
}

/**
 * What a row of the archive must look like: exactly the exported columns, within their limits. Read is also a row of
 * before a column was there.
 */
export function rowSchema(entry: TableEntry, forReading = true) {
  const added = addedColumns(entry.name);
  return z.strictObject(
    Object.fromEntries(
      exportedColumns(entry).map((name) => {
        const column = entry.spec.columns[name];
        if (!column) throw new Error(`${entry.name} has no column ${name}`);
        const schema = columnSchema(column.spec, forReading);
        const fallback = added.get(name);
        return [name, forReading && fallback !== undefined ? schema.default(fallback) : schema];
      }),
    ),
  );
}

/** The same for people and other programs. */
export const jsonSchemaOf = (entry: TableEntry) => ({
  ...z.toJSONSchema(rowSchema(entry, false)),
  title: entry.name,
  description: `Purpose: ${entry.spec.purpose}. Times are milliseconds since 1970 UTC; booleans are 0 or 1.`,
});
