import type { TableEntry } from "~db/data-map";

/** What a personal column holds when it names nobody any more. */
export function blankColumns(entry: TableEntry): Record<string, string | number | null> {
  const personal = Object.entries(entry.spec.columns).filter(([, { spec }]) => spec.personal);
  return Object.fromEntries(
    personal.map(([name, { spec }]) => {
      if (spec.nullable) return [name, null];
      if (spec.json) return [name, "{}"];
      return [name, spec.type === "int" || spec.type === "bool" || spec.type === "ms" ? 0 : ""];
    }),
  );
}
