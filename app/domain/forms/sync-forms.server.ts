import type { FormDefinition } from "~builder/document/form-definition";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { noteLeadFields } from "../leads/note-lead-fields.server";
import {
  insertForms,
  insertFormVersions,
  listFormsOfPage,
  markFormLive,
  retireOtherForms,
} from "./form-queries.server";

export interface SyncFormsInput {
  workspaceId: string;
  pageId: string;
  pageVersionId: string;
  definitions: readonly FormDefinition[];
  /** Of the page; visitors are answered in it. */
  language?: string;
  /** Other forms of the page go on taking submissions: variants stand beside each other. */
  keepOthers?: boolean;
}

const formName = (definition: FormDefinition) =>
  (definition.name || definition.submitLabel || "Form").slice(0, 200);

/**
 * Makes the forms of a page version the ones that take submissions. A form keeps its id from version to version by its node key.
 * Returns the form ids by node key.
 */
export async function syncForms(
  deps: Pick<Deps, "ids" | "clock">,
  tx: Executor,
  input: SyncFormsInput,
): Promise<Record<string, string>> {
  const { workspaceId, pageId, pageVersionId, definitions, language = "en" } = input;
  const now = deps.clock.now();
  const present = await listFormsOfPage(tx, workspaceId, pageId);
  const idByKey = new Map(present.map((form) => [form.node_key, form.id]));
  const added = definitions
    .filter((definition) => !idByKey.has(definition.nodeKey))
    .map((definition) => ({ id: deps.ids.next(), nodeKey: definition.nodeKey, name: formName(definition) }));
  await insertForms(tx, workspaceId, { pageId, language, now }, added);
  for (const form of added) idByKey.set(form.nodeKey, form.id);

  const versions = definitions.map((definition) => ({
    formId: idByKey.get(definition.nodeKey) ?? "",
    pageVersionId,
    definition,
    now,
  }));
  await insertFormVersions(tx, workspaceId, versions);
  await noteLeadFields(
    deps,
    tx,
    workspaceId,
    definitions.flatMap((definition) => definition.fields),
  );
  for (const { formId, definition } of versions) {
    await markFormLive(tx, workspaceId, formId, { name: formName(definition), pageVersionId, language });
  }
  if (!input.keepOthers)
    await retireOtherForms(
      tx,
      workspaceId,
      pageId,
      versions.map((version) => version.formId),
    );
  return Object.fromEntries(versions.map((version) => [version.definition.nodeKey, version.formId]));
}
