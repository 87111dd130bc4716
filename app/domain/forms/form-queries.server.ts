import type { FormDefinition } from "~builder/document/form-definition";
import { formNext } from "~builder/document/form-next";
import { insertMissing } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import type { FormSummary, LiveForm } from "./form";

export const listFormsOfPage = (db: Executor, workspaceId: string, pageId: string) =>
  db
    .selectFrom("forms")
    .select(["id", "node_key", "name", "live_version_id"])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .execute();

export interface NewForm {
  id: string;
  nodeKey: string;
  name: string;
}

export const insertForms = (
  db: Executor,
  workspaceId: string,
  page: { pageId: string; language: string; now: number },
  forms: readonly NewForm[],
) =>
  insertMissing(
    db,
    "forms",
    forms.map((form) => ({
      workspace_id: workspaceId,
      id: form.id,
      page_id: page.pageId,
      node_key: form.nodeKey,
      name: form.name,
      live_version_id: "",
      language: page.language,
      created_at: page.now,
    })),
  );

export const markFormLive = (
  db: Executor,
  workspaceId: string,
  formId: string,
  live: { name: string; pageVersionId: string; language: string },
) =>
  db
    .updateTable("forms")
    .set({ name: live.name, live_version_id: live.pageVersionId, language: live.language })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", formId)
    .execute();

/** Forms of the page that are not part of the version take no submissions any more. */
export async function retireOtherForms(
  db: Executor,
  workspaceId: string,
  pageId: string,
  keptIds: readonly string[],
): Promise<void> {
  let update = db
    .updateTable("forms")
    .set({ live_version_id: "" })
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId);
  if (keptIds.length > 0) update = update.where("id", "not in", [...keptIds]);
  await update.execute();
}

export const insertFormVersions = (
  db: Executor,
  workspaceId: string,
  versions: readonly { formId: string; pageVersionId: string; definition: FormDefinition; now: number }[],
) =>
  insertMissing(
    db,
    "form_versions",
    versions.map((version) => ({
      workspace_id: workspaceId,
      form_id: version.formId,
      page_version_id: version.pageVersionId,
      definition: JSON.stringify(version.definition),
      created_at: version.now,
    })),
  );

export async function findFormRow(
  db: Executor,
  workspaceId: string,
  formId: string,
): Promise<LiveForm | undefined> {
  const row = await db
    .selectFrom("forms")
    .select(["id", "page_id", "name", "language", "live_version_id"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", formId)
    .executeTakeFirst();
  return (
    row && {
      workspaceId,
      id: row.id,
      pageId: row.page_id,
      name: row.name,
      language: row.language,
      liveVersionId: row.live_version_id,
    }
  );
}

export async function findDefinition(
  db: Executor,
  workspaceId: string,
  formId: string,
  pageVersionId: string,
): Promise<FormDefinition | undefined> {
  const row = await db
    .selectFrom("form_versions")
    .select("definition")
    .where("workspace_id", "=", workspaceId)
    .where("form_id", "=", formId)
    .where("page_version_id", "=", pageVersionId)
    .executeTakeFirst();
  if (!row) return undefined;
  const definition: FormDefinition = JSON.parse(row.definition);
  // It may have come with an archive: no visitor is sent to what is no page.
  return { ...definition, next: formNext(definition.next ?? {}) };
}

export async function listFormRows(db: Executor, workspaceId: string): Promise<FormSummary[]> {
  const rows = await db
    .selectFrom("forms")
    .select(["id", "page_id", "name", "live_version_id"])
    .where("workspace_id", "=", workspaceId)
    .orderBy("name")
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    pageId: row.page_id,
    name: row.name,
    live: row.live_version_id !== "",
  }));
}
