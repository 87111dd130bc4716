import { LRUCache } from "lru-cache";
import type { FormDefinition } from "~builder/document/form-definition";
import type { Deps } from "../deps";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import type { Workspace } from "../workspaces/workspace";
import { findForm, findFormDefinition } from "./find-form.server";
import type { LiveForm } from "./form";

/** Everything that answering a submission asks for. */
export interface OpenForm {
  form: LiveForm;
  workspace: Workspace;
  pageVersionId: string;
  definition: FormDefinition;
}

export interface FormCache {
  /** The version named, or the live one. Undefined when there is no such form, version or workspace. */
  get(workspaceId: string, formId: string, pageVersionId?: string): Promise<OpenForm | undefined>;
}

/** Publishing, unpublishing and suspension must reach a form within two seconds. */
const freshMs = 1500;
const maxForms = 2000;

/** Keeps open forms in memory, so that a submission to a form in use costs no look-up. */
export function createFormCache(deps: Pick<Deps, "db" | "clock">): FormCache {
  const forms = new LRUCache<string, { loadedAt: number; entry: Promise<OpenForm | undefined> }>({
    max: maxForms,
  });
  const definitions = new LRUCache<string, FormDefinition>({ max: maxForms });

  async function definitionOf(form: LiveForm, pageVersionId: string): Promise<FormDefinition | undefined> {
    const key = `${form.workspaceId}${form.id}${pageVersionId}`;
    const known = definitions.get(key);
    if (known) return known;
    const found = await findFormDefinition(deps, form.workspaceId, form.id, pageVersionId);
    if (found) definitions.set(key, found);
    return found;
  }

  async function load(workspaceId: string, formId: string, wanted: string): Promise<OpenForm | undefined> {
    const form = await findForm(deps, workspaceId, formId);
    const workspace = form && (await findWorkspaceById(deps, workspaceId));
    if (!form || !workspace) return undefined;
    const pageVersionId = wanted || form.liveVersionId;
    const definition = pageVersionId ? await definitionOf(form, pageVersionId) : undefined;
    if (!definition)
      return pageVersionId ? undefined : { form, workspace, pageVersionId, definition: closedForm };
    return { form, workspace, pageVersionId, definition };
  }

  return {
    get(workspaceId, formId, pageVersionId = "") {
      const key = `${workspaceId}${formId}${pageVersionId}`;
      const now = deps.clock.now();
      const known = forms.get(key);
      if (known && now - known.loadedAt < freshMs) return known.entry;
      const entry = load(workspaceId, formId, pageVersionId);
      forms.set(key, { loadedAt: now, entry });
      entry.catch(() => {
        if (forms.get(key)?.entry === entry) forms.delete(key);
      });
      return entry;
    },
  };
}

const closedForm: FormDefinition = {
  nodeKey: "",
  name: "",
  fields: [],
  submitLabel: "",
  next: { kind: "message", text: "" },
};
