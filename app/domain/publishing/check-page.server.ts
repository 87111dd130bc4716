import type { Deps } from "../deps";
import { getPage } from "../pages/get-page.server";
import { hintsFor } from "../pages/page-hint";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { judgePublication } from "./judge-publication.server";
import type { PageChecks } from "./page-checks";
import { previewPage } from "./preview-page.server";

/** Looks at the page as saved; nothing is kept. */
export async function checkPage(deps: Deps, workspaceId: string, pageId: string): Promise<PageChecks> {
  const page = await getPage(deps, workspaceId, pageId);
  const workspace = await getWorkspace(deps.db, workspaceId);
  const htmlBytes = Buffer.byteLength((await previewPage(deps, workspaceId, pageId)).html);
  return {
    findings: judgePublication(workspace, page.language, page.document),
    hints: hintsFor({ ...page, htmlBytes }),
    htmlBytes,
  };
}
