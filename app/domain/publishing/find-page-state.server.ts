import type { PageDocument } from "~builder/document/page-document";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { findRevision } from "../pages/find-revision.server";
import { getPage } from "../pages/get-page.server";
import { publicDocument } from "./public-document.server";
import { selectVersionDocument } from "./publication-queries.server";

/** An entry of a page's history: a save, by its revision, or what was public, by its version. */
export type PageStateRef = { revision: number } | { versionId: string };

/** The page as it was at an entry of its history. */
export async function findPageState(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  pageId: string,
  ref: PageStateRef,
): Promise<PageDocument> {
  const document =
    "versionId" in ref
      ? await selectVersionDocument(deps.db, workspaceId, pageId, ref.versionId)
      : await findRevision(deps, workspaceId, pageId, ref.revision);
  if (document) return "versionId" in ref ? document : publicDocument(deps.db, workspaceId, document);
  const page = await getPage(deps, workspaceId, pageId);
  // Saves of settings alone count as revisions, too, and leave the document as it was.
  if ("revision" in ref && ref.revision === page.revision) {
    return publicDocument(deps.db, workspaceId, page.document);
  }
  throw new DomainError("not_found", "revision_not_found", "This entry of the history is no longer kept.");
}
