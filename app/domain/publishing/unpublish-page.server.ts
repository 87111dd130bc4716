import type { Executor } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { recordEvent } from "../events/record-event.server";
import { retireForms } from "../forms/retire-forms.server";
import { requirePageOfItsOwn } from "../pages/check-page-change.server";
import { getPageSummary } from "../pages/get-page.server";
import { markPageOffline } from "../pages/mark-page-live.server";
import { noteLiveSections } from "../pages/note-section-uses.server";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { deletePublications } from "./publication-queries.server";

type Input = { workspaceId: string; pageId: string };

/** Takes the page offline; its versions stay. False when it was not live. */
export async function unpublishPage(
  deps: Deps,
  actor: Actor,
  { workspaceId, pageId }: Input,
  given?: Executor,
): Promise<boolean> {
  const work = async (tx: Executor): Promise<boolean> => {
    const page = await getPageSummary(deps, workspaceId, pageId, tx);
    requirePageOfItsOwn(page);
    const paths = await deletePublications(tx, workspaceId, page.id);
    if (paths === 0 && !page.liveVersionId) return false;
    await markPageOffline(tx, workspaceId, page.id);
    await noteLiveSections(tx, workspaceId, page.id, undefined);
    await retireForms(tx, { workspaceId, pageId: page.id });
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "page:unpublish",
      targetKind: "page",
      targetId: page.id,
      detail: { path: page.path },
    });
    await recordEvent(deps, tx, workspaceId, "page.unpublished", { pageId: page.id });
    await announceEdgeChange(deps, tx, { kind: "publication", workspaceId, ref: page.id });
    return true;
  };
  return given ? work(given) : deps.transact(work);
}
