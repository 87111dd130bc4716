import { idFloor } from "~/lib/id-floor";
import { dataMap } from "~db/data-map";
import type { RetentionClass } from "~db/schema/define";
import type { Deps } from "../deps";
import { ageRules, retentionDays } from "./retention-period";
import { countRowsBefore } from "./table-rows-queries.server";

export interface DueRows {
  table: string;
  retention: RetentionClass;
  days: number;
  rows: number;
}

const timeColumns = ["at", "created_at", "claimed_at", "slot"];

/** Rows older than their class allows, by table; nothing is deleted. */
export async function countRetention(deps: Pick<Deps, "reader" | "clock">): Promise<DueRows[]> {
  const due: DueRows[] = [];
  for (const entry of dataMap) {
    const days = retentionDays[entry.spec.retention];
    const column = timeColumns.find((name) => name in entry.spec.columns);
    const rule = ageRules[entry.name] ?? (column ? { column } : undefined);
    if (days === undefined || !rule) continue;
    const before = deps.clock.now() - days * 86_400_000;
    const rows = await countRowsBefore(deps.reader, entry, rule, rule.isId ? idFloor(before) : before);
    if (rows > 0) due.push({ table: entry.name, retention: entry.spec.retention, days, rows });
  }
  return due;
}
