import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { actorWorkspace } from "./actor-workspace";
import type { Page } from "./page";
import { selectRevisionDocument } from "./page-revision-queries.server";
import { updatePage } from "./update-page.server";

/** Brings an earlier document back, as a new save on top of revision `from`. */
export async function restoreRevision(
  deps: Deps,
  actor: Actor,
  input: { workspaceId?: string; pageId: string; revision: number; from: number },
): Promise<Page> {
  const workspaceId = actorWorkspace(actor, input.workspaceId);
  const document = await selectRevisionDocument(deps.db, workspaceId, input.pageId, input.revision);
  if (!document) {
    throw new DomainError("not_found", "revision_not_found", "This entry of the history is no longer kept.");
  }
  return updatePage(deps, actor, { workspaceId, pageId: input.pageId, revision: input.from, document });
}
