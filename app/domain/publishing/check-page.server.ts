import type { Finding } from "../acceptable-use/finding";
import type { Deps } from "../deps";
import { getPage } from "../pages/get-page.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { judgePublication } from "./judge-publication.server";

/** What publishing the page as saved would find; nothing is kept. */
export async function checkPage(deps: Deps, workspaceId: string, pageId: string): Promise<Finding[]> {
  const page = await getPage(deps, workspaceId, pageId);
  const workspace = await getWorkspace(deps.db, workspaceId);
  return judgePublication(workspace, page.language, page.document);
}
