import type { FieldOption } from "~builder/document/form-definition";
import { upsert } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import { type LeadField, type LeadFieldType, leadFieldTypes } from "./lead-field";

function readOptions(text: string): FieldOption[] {
  const parsed: unknown = JSON.parse(text || "[]");
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((one) =>
    typeof one?.value === "string" && typeof one?.label === "string" ? [one as FieldOption] : [],
  );
}

const readType = (text: string): LeadFieldType => leadFieldTypes.find((type) => type === text) ?? "text";

export async function listLeadFieldRows(db: Executor, workspaceId: string): Promise<LeadField[]> {
  const rows = await db
    .selectFrom("lead_fields")
    .select(["name", "label", "type", "options"])
    .where("workspace_id", "=", workspaceId)
    .orderBy("name")
    .limit(1000)
    .execute();
  return rows.map((row) => ({
    name: row.name,
    label: row.label,
    type: readType(row.type),
    options: readOptions(row.options),
  }));
}

export const saveLeadFields = (
  db: Executor,
  workspaceId: string,
  fields: readonly LeadField[],
  at: { source: "form" | "staff"; now: number },
) =>
  upsert(
    db,
    "lead_fields",
    fields.map((field) => ({
      workspace_id: workspaceId,
      name: field.name,
      label: field.label,
      type: field.type,
      options: JSON.stringify(field.options),
      source: at.source,
      created_at: at.now,
      updated_at: at.now,
    })),
    { key: ["workspace_id", "name"], set: ["label", "type", "options", "source", "updated_at"] },
  );
