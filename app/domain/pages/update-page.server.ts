import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { noteFileUses } from "../files/note-file-uses.server";
import { actorWorkspace } from "./actor-workspace";
import { readInput, requireEditableWorkspace, requireFreePath } from "./check-page-change.server";
import { getPage, getPageSummary } from "./get-page.server";
import { keepRevision } from "./keep-revision.server";
import { noteDraftSections } from "./note-section-uses.server";
import { type Page, type PageSettings, pageSettings } from "./page";
import { type PageChanges, savePageChanges } from "./page-queries.server";
import { selectRevisions } from "./page-revision-queries.server";
import { type GivenContent, type ReadContent, readGivenDocument } from "./read-given-document.server";

export interface PageUpdate extends GivenContent, Partial<PageSettings> {
  workspaceId?: string;
  pageId: string;
  /** The revision this change started from; without it the change goes on top of whatever is stored. */
  revision?: number;
}

/** Saves a draft. Refused when another save came first: the answer says whose and when. */
export async function updatePage(
  deps: Deps,
  actor: Actor,
  input: PageUpdate,
): Promise<Page & Pick<ReadContent, "removed">> {
  const workspaceId = actorWorkspace(actor, input.workspaceId);
  const content = readGivenDocument(input);
  const given = Object.fromEntries(
    (["path", "title", "description", "language"] as const)
      .filter((name) => input[name] !== undefined)
      .map((name) => [name, input[name]]),
  );
  const settings = readInput(pageSettings.partial(), given) as Partial<PageSettings>;
  const json = content && JSON.stringify(content.document);
  return deps.transact(async (tx) => {
    await requireEditableWorkspace(tx, workspaceId);
    const page = await getPageSummary(deps, workspaceId, input.pageId, tx);
    if (page.state === "removed") {
      throw new DomainError("gone", "page_removed", "This page was removed. Restore it to go on editing.");
    }
    if (settings.path !== undefined && settings.path !== page.path) {
      await requireFreePath(tx, workspaceId, page.siteId, settings.path, page.id);
    }
    const now = deps.clock.now();
    const changes: PageChanges = { ...settings, ...(json ? { document: json } : {}) };
    const revision = input.revision ?? page.revision;
    if (!(await savePageChanges(tx, workspaceId, page.id, { revision, changes, now }))) {
      const [last] = await selectRevisions(tx, workspaceId, page.id, 1);
      throw new DomainError(
        "conflict",
        "page_changed",
        "Someone else saved this page in the meantime. Your version was not stored; compare before you save again.",
        { data: { revision: page.revision, savedBy: last?.savedBy ?? "", savedAt: page.updatedAt } },
      );
    }
    if (json && content) {
      const saved = { revision: revision + 1, document: json, savedBy: actorId(actor), savedAt: now };
      await keepRevision(tx, workspaceId, page.id, saved);
      await noteFileUses(tx, workspaceId, { kind: "page", id: page.id }, json);
      await noteDraftSections(tx, workspaceId, page.id, content.document);
    }
    if (Object.keys(settings).length > 0) {
      await recordAudit(deps, tx, {
        workspaceId,
        actor,
        action: "page:settings",
        targetKind: "page",
        targetId: page.id,
        detail: settings,
      });
    }
    if (!content) return { ...(await getPage(deps, workspaceId, page.id, tx)), removed: [] };
    const summary = await getPageSummary(deps, workspaceId, page.id, tx);
    return { ...summary, document: content.document, removed: content.removed };
  });
}
