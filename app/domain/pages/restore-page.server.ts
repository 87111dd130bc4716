import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { actorWorkspace } from "./actor-workspace";
import { requireEditableWorkspace, requireFreePath } from "./check-page-change.server";
import { getPageSummary } from "./get-page.server";
import { type PageSummary, restorableMs } from "./page";
import { setRemoved } from "./page-queries.server";

/** Undoes a removal, as a draft. */
export async function restorePage(
  deps: Deps,
  actor: Actor,
  input: { workspaceId?: string; pageId: string },
): Promise<PageSummary> {
  const workspaceId = actorWorkspace(actor, input.workspaceId);
  return deps.transact(async (tx) => {
    await requireEditableWorkspace(tx, workspaceId);
    const page = await getPageSummary(deps, workspaceId, input.pageId, tx);
    if (page.removedAt === undefined) return page;
    if (page.removedAt < deps.clock.now() - restorableMs) {
      throw new DomainError("gone", "page_gone", "This page was removed more than 30 days ago.");
    }
    await requireFreePath(tx, workspaceId, page.siteId, page.path, page.id);
    await setRemoved(tx, workspaceId, page.id, null);
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "page:restore",
      targetKind: "page",
      targetId: page.id,
    });
    return getPageSummary(deps, workspaceId, page.id, tx);
  });
}
