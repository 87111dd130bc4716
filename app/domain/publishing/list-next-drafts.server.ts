import type { Deps } from "../deps";
import { getPage } from "../pages/get-page.server";
import type { PageSummary } from "../pages/page";
import { findNextDrafts } from "./find-next-drafts.server";
import { publicDocument } from "./public-document.server";

/** The pages that publishing this one as saved would make public with it. */
export async function listNextDrafts(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  pageId: string,
): Promise<PageSummary[]> {
  const page = await getPage(deps, workspaceId, pageId);
  return findNextDrafts(deps, page, await publicDocument(deps.db, workspaceId, page.document));
}
