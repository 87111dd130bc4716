import type { LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "~/domain/domain-error";
import { importPage } from "~/domain/pages/import-page.server";
import type { ImportProgress, ImportReport } from "~/domain/pages/page-package";
import { listSites } from "~/domain/sites/find-site.server";
import type { MemberSession } from "~/server/session/require-member.server";
import { pagePath } from "./page-request.server";

export interface ImportDone {
  /** Where the page is edited. */
  at: string;
  report: ImportReport;
}

/** What the form of the import sends, as a page; the same with and without script. */
export async function importFromForm(
  { context }: Pick<LoaderFunctionArgs, "context">,
  { member, workspace }: MemberSession,
  form: FormData,
  onProgress?: (progress: ImportProgress) => void,
): Promise<ImportDone> {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) {
    throw new DomainError("invalid", "file_missing", "Choose a file. Nothing was imported.", {
      fields: { file: "Choose an HTML file or a ZIP." },
    });
  }
  const [site] = await listSites(context.deps, workspace.id);
  const { page, report } = await importPage(context.deps, member, {
    workspaceId: workspace.id,
    siteId: text("site") || (site?.id ?? ""),
    path: text("path"),
    title: text("title"),
    name: file.name,
    bytes: Buffer.from(await file.arrayBuffer()),
    ...(onProgress ? { onProgress } : {}),
  });
  return { at: pagePath(workspace.slug, page.id, "/edit"), report };
}
