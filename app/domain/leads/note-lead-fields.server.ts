import type { FieldDefinition } from "~builder/document/form-definition";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { joinLeadFields, type LeadField, leadFieldOf } from "./lead-field";
import { listLeadFieldRows, saveLeadFields } from "./lead-field-queries.server";
import { storedText } from "./lead-text";

const mostFields = 1000;

/**
 * The fields that published forms ask for become typed fields of leads. Values that are there stay as they are: what does
 * not fit a new type is shown as text.
 */
export async function noteLeadFields(
  deps: Pick<Deps, "clock">,
  tx: Executor,
  workspaceId: string,
  asked: readonly FieldDefinition[],
): Promise<void> {
  const given = asked.flatMap((field) => leadFieldOf(field) ?? []);
  if (given.length === 0) return;
  const known = new Map((await listLeadFieldRows(tx, workspaceId)).map((field) => [field.name, field]));
  const changed = new Map<string, LeadField>();
  for (const field of given) {
    const name = storedText(field.name);
    const before = changed.get(name) ?? known.get(name);
    const joined = joinLeadFields(before, { ...field, name, label: storedText(field.label) });
    if (JSON.stringify(before) !== JSON.stringify(joined)) changed.set(name, joined);
  }
  const isRoom = known.size + changed.size <= mostFields;
  const kept = [...changed.values()].filter((field) => isRoom || known.has(field.name));
  await saveLeadFields(tx, workspaceId, kept, { source: "form", now: deps.clock.now() });
}
