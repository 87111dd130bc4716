import { listForms } from "~builder/document/document-forms";
import type { PageDocument } from "~builder/document/page-document";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { getPage } from "../pages/get-page.server";
import type { PageSettings } from "../pages/page";
import { findSiteById } from "../sites/find-site.server";
import type { Site } from "../sites/site";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { publicDocument } from "./public-document.server";
import { gatherParts, type RenderedVersion, renderVersion } from "./render-version.server";

/** Forms of a preview lead nowhere. */
const deadForms = (document: PageDocument) =>
  Object.fromEntries(listForms(document).map(({ nodeKey }) => [nodeKey, { action: "#", token: "" }]));

/** The page as saved, or `given` as this page, rendered as it would be published; nothing in it can be sent. */
export async function previewPage(
  deps: Deps,
  workspaceId: string,
  pageId: string,
  given?: PageDocument,
  frameAncestors?: string,
): Promise<RenderedVersion> {
  const page = await getPage(deps, workspaceId, pageId);
  const site = await findSiteById(deps, workspaceId, page.siteId);
  if (!site) throw new DomainError("not_found", "site_not_found", "There is no such site.");
  const document = given ?? (await publicDocument(deps.db, workspaceId, page.document));
  return previewDocument(deps, workspaceId, site, page, document, frameAncestors);
}

/** Any document (a template) as a page of this workspace. */
export async function previewDocument(
  deps: Deps,
  workspaceId: string,
  site: Site,
  settings: PageSettings,
  document: PageDocument,
  frameAncestors = "'self'",
): Promise<RenderedVersion> {
  const workspace = await getWorkspace(deps.db, workspaceId);
  const parts = await gatherParts(deps, { workspace, site, settings, document });
  const rendered = renderVersion(deps, parts, deadForms(document), { frameAncestors });
  return { ...rendered, csp: `sandbox; ${rendered.csp}` };
}
