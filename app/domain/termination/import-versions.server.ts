import { listForms } from "~builder/document/document-forms";
import type { PageDocument } from "~builder/document/page-document";
import { isBlocked } from "../acceptable-use/finding";
import type { Deps } from "../deps";
import { formAction } from "../forms/form-address";
import { formToken } from "../forms/form-token.server";
import { judgePublication } from "../publishing/judge-publication.server";
import { gatherParts, renderVersion } from "../publishing/render-version.server";
import { visitorScripts } from "../publishing/visitor-scripts.server";
import { newSiteSettings } from "../sites/site";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { findFormIds, findPageLook } from "./import-queries.server";
import type { TableRow } from "./table-rows-queries.server";

/** Renders an imported version for its new workspace: HTML of an archive is never served. */
export async function renderImportedVersion(
  deps: Deps,
  workspaceId: string,
  row: TableRow,
): Promise<{ row: TableRow; blocked: boolean }> {
  const versionId = String(row.id);
  const pageId = String(row.page_id);
  const look = await findPageLook(deps.db, workspaceId, pageId);
  if (!look) return { row: { ...row, html: "", csp: "", etag: "" }, blocked: true };
  const document = JSON.parse(String(row.document)) as PageDocument;
  const workspace = await getWorkspace(deps.db, workspaceId);
  const formIds = await findFormIds(deps.db, workspaceId, pageId);
  const forms: Record<string, { action: string; token: string }> = {};
  for (const { nodeKey } of listForms(document)) {
    const formId = formIds[nodeKey];
    if (!formId) continue;
    forms[nodeKey] = {
      action: formAction({ workspaceId, formId }),
      token: formToken(deps, { workspaceId, formId, pageVersionId: versionId }),
    };
  }
  const site = {
    id: look.siteId,
    workspaceId,
    slug: look.slug,
    name: look.name,
    language: look.siteLanguage,
    createdAt: look.siteCreatedAt,
    hasSubdomain: false,
    ...newSiteSettings,
  };
  const settings = {
    title: String(row.title),
    path: String(row.path),
    description: look.description,
    language: look.language,
  };
  const parts = await gatherParts(deps, { workspace, site, settings, document });
  const scripts = visitorScripts(deps, { workspaceId, pageId, pageVersionId: versionId, siteId: site.id });
  const { html, csp, etag } = renderVersion(deps, parts, forms, { scripts, versionId });
  const blocked = isBlocked(judgePublication(workspace, look.language, document));
  return { row: { ...row, html, csp, etag }, blocked };
}
