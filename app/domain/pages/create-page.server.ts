import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { noteFileUses } from "../files/note-file-uses.server";
import { findSiteById } from "../sites/find-site.server";
import { actorWorkspace } from "./actor-workspace";
import { readInput, requireEditableWorkspace, requireFreePath } from "./check-page-change.server";
import { keepRevision } from "./keep-revision.server";
import { noteDraftSections } from "./note-section-uses.server";
import { type Page, pageSettings } from "./page";
import { insertPage } from "./page-queries.server";
import {
  blankContent,
  type GivenContent,
  type ReadContent,
  readGivenDocument,
} from "./read-given-document.server";

export interface NewPage extends GivenContent {
  /** Needed where the actor names no workspace. */
  workspaceId?: string;
  siteId: string;
  path: string;
  title?: string;
  description?: string;
  language?: string;
}

/** Makes a draft: from HTML, from a document (of a template, of an archive), or blank. */
export async function createPage(
  deps: Deps,
  actor: Actor,
  input: NewPage,
): Promise<Page & Pick<ReadContent, "removed">> {
  const workspaceId = actorWorkspace(actor, input.workspaceId);
  const site = await findSiteById(deps, workspaceId, input.siteId);
  if (!site) throw new DomainError("not_found", "site_not_found", "There is no such site.");
  const content = readGivenDocument(input) ?? blankContent();
  const settings = readInput(pageSettings, {
    path: input.path,
    title: input.title ?? content.title ?? "",
    description: input.description ?? content.description ?? "",
    language: input.language ?? content.language ?? site.language,
  });
  const now = deps.clock.now();
  const page: Page = {
    ...settings,
    id: deps.ids.next(),
    workspaceId,
    siteId: site.id,
    variantOf: "",
    revision: 1,
    state: "draft",
    liveVersionId: "",
    createdAt: now,
    updatedAt: now,
    removedAt: undefined,
    document: content.document,
  };
  const json = JSON.stringify(page.document);
  await deps.transact(async (tx) => {
    await requireEditableWorkspace(tx, workspaceId);
    await requireFreePath(tx, workspaceId, site.id, page.path);
    await insertPage(tx, page, json);
    await keepRevision(tx, workspaceId, page.id, {
      revision: 1,
      document: json,
      savedBy: actorId(actor),
      savedAt: now,
    });
    await noteFileUses(tx, workspaceId, { kind: "page", id: page.id }, json);
    await noteDraftSections(tx, workspaceId, page.id, page.document);
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "page:create",
      targetKind: "page",
      targetId: page.id,
      detail: { path: page.path, title: page.title },
    });
  });
  return { ...page, removed: content.removed };
}
