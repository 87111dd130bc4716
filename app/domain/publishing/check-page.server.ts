import type { Finding } from "../acceptable-use/finding";
import type { Deps } from "../deps";
import { getPage } from "../pages/get-page.server";
import { hintsFor, type PageHint } from "../pages/page-hint";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { judgePublication } from "./judge-publication.server";
import { previewPage } from "./preview-page.server";

export interface PageChecks {
  /** What publishing the page as saved would find; one that blocks stops it. */
  findings: Finding[];
  /** What would make it better. */
  hints: PageHint[];
  htmlBytes: number;
}

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
