import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { isDomainError } from "../domain-error";
import { fillPageSections } from "../pages/fill-page-sections.server";
import { getPage } from "../pages/get-page.server";
import { getSection } from "../pages/get-section.server";
import { listSectionUses } from "../pages/list-section-uses.server";
import { isOutOfDate, type SectionUse } from "../pages/saved-section";
import { selectVersionDocument } from "./publication-queries.server";
import { publishDocument } from "./publish-page.server";

export interface Republished {
  published: SectionUse[];
  /** Pages that stay as they were, each with the reason. */
  refused: { use: SectionUse; message: string }[];
}

/**
 * Brings a saved section up to date on every page that shows it. Only the section changes: what visitors see of the
 * rest stays, and drafts that nobody has published yet stay drafts.
 */
export async function republishSection(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; sectionId: string },
): Promise<Republished> {
  const section = await getSection(deps, input.workspaceId, input.sectionId);
  const uses = await listSectionUses(deps, input.workspaceId, section.id);
  const result: Republished = { published: [], refused: [] };
  for (const use of uses.filter((one) => isOutOfDate(one, section))) {
    try {
      await republish(deps, actor, input.workspaceId, use.pageId);
      result.published.push(use);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      result.refused.push({ use, message: error.safeMessage });
    }
  }
  return result;
}

async function republish(deps: Deps, actor: Actor, workspaceId: string, pageId: string): Promise<void> {
  const page = await getPage(deps, workspaceId, pageId);
  if (!page.liveVersionId) return;
  const live = await selectVersionDocument(deps.db, workspaceId, pageId, page.liveVersionId);
  if (!live) return;
  const document = await fillPageSections(deps.db, workspaceId, live);
  await publishDocument(deps, actor, page, document, page.state === "live" ? page.revision : 0);
}
