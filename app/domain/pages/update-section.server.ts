import { type Actor, actorId } from "../actor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { noteFileUses } from "../files/note-file-uses.server";
import { actorWorkspace } from "./actor-workspace";
import { readInput, requireEditableWorkspace } from "./check-page-change.server";
import { getSection } from "./get-section.server";
import { readGivenSection } from "./save-section.server";
import { type SavedSection, sectionName } from "./saved-section";
import { saveSectionChanges } from "./saved-section-queries.server";

export interface SectionUpdate {
  workspaceId?: string;
  sectionId: string;
  /** The revision this change started from. */
  revision: number;
  name?: string;
  document?: unknown;
}

/** Changes a section for all pages that show it; visitors see it when those are published again. */
export async function updateSection(deps: Deps, actor: Actor, input: SectionUpdate): Promise<SavedSection> {
  const workspaceId = actorWorkspace(actor, input.workspaceId);
  const name = input.name === undefined ? undefined : readInput(sectionName, input.name);
  const json =
    input.document === undefined
      ? undefined
      : JSON.stringify(readGivenSection(input.document, input.sectionId));
  return deps.transact(async (tx) => {
    await requireEditableWorkspace(tx, workspaceId);
    const section = await getSection(deps, workspaceId, input.sectionId, tx);
    const save = { revision: input.revision, name, document: json, savedBy: actorId(actor) };
    if (!(await saveSectionChanges(tx, workspaceId, section.id, { ...save, now: deps.clock.now() }))) {
      throw new DomainError(
        "conflict",
        "page_changed",
        "Someone else saved this section in the meantime. Your version was not stored.",
        { data: { revision: section.revision, savedAt: section.updatedAt } },
      );
    }
    if (json) await noteFileUses(tx, workspaceId, { kind: "section", id: section.id }, json);
    return getSection(deps, workspaceId, section.id, tx);
  });
}
