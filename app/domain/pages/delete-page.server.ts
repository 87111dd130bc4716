import type { Executor } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { actorWorkspace } from "./actor-workspace";
import { requireEditableWorkspace, requirePageOfItsOwn } from "./check-page-change.server";
import { getPageSummary } from "./get-page.server";
import { setRemoved } from "./page-queries.server";

type Input = { workspaceId?: string; pageId: string };

/** Removes a page that is not live; it can be restored for 30 days. `removePage` of publishing takes it offline first. */
export async function deletePage(deps: Deps, actor: Actor, input: Input, given?: Executor): Promise<void> {
  const workspaceId = actorWorkspace(actor, input.workspaceId);
  const work = async (tx: Executor): Promise<void> => {
    await requireEditableWorkspace(tx, workspaceId);
    const page = await getPageSummary(deps, workspaceId, input.pageId, tx);
    if (page.state === "removed") return;
    requirePageOfItsOwn(page);
    if (page.liveVersionId) {
      throw new DomainError(
        "conflict",
        "page_is_live",
        "This page is live. Unpublish it before removing it.",
      );
    }
    await setRemoved(tx, workspaceId, page.id, deps.clock.now());
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "page:remove",
      targetKind: "page",
      targetId: page.id,
      detail: { path: page.path, title: page.title },
    });
  };
  await (given ? work(given) : deps.transact(work));
}
