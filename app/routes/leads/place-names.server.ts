import { listForms } from "~/domain/forms/find-form.server";
import { getPageSummary } from "~/domain/pages/get-page.server";
import { publicId } from "~/lib/ids";
import type { ServerDeps } from "~/server/server-deps";

export interface PlaceNames {
  form(formId: string): { label: string; to: string | undefined };
  /** Of a field: `form:ID`, `import:ID`, `api` or `staff`. */
  source(from: string | undefined): string;
}

/** Names of the forms, with their pages, that submissions and fields came from. */
export async function readPlaceNames(
  deps: ServerDeps,
  workspace: { id: string; slug: string },
  formIds: readonly string[],
): Promise<PlaceNames> {
  const wanted = new Set(formIds);
  const forms = (await listForms(deps, workspace.id)).filter((form) => wanted.has(form.id));
  const pageIds = [...new Set(forms.map((form) => form.pageId))].slice(0, 50);
  const titles = new Map<string, string>();
  for (const pageId of pageIds) {
    const page = await getPageSummary(deps, workspace.id, pageId).catch(() => undefined);
    if (page) titles.set(pageId, page.title);
  }
  const form = (formId: string) => {
    const found = forms.find((each) => each.id === formId);
    const title = found && titles.get(found.pageId);
    return {
      label: title ?? found?.name ?? "a form",
      to: title && found ? `/w/${workspace.slug}/pages/${publicId("page", found.pageId)}` : undefined,
    };
  };
  return {
    form,
    source(from = "") {
      const [kind, id = ""] = from.split(":");
      if (kind === "form") return `Form on ${form(id).label}`;
      return { import: "Import", api: "API", staff: "Entered by hand" }[kind ?? ""] ?? "Unknown";
    },
  };
}
