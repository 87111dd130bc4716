import { DocumentError } from "~builder/document/document-error";
import type { PageDocument } from "~builder/document/page-document";
import { readSectionDocument } from "~builder/document/saved-sections";
import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { noteFileUses } from "../files/note-file-uses.server";
import { actorWorkspace } from "./actor-workspace";
import { readInput, requireEditableWorkspace } from "./check-page-change.server";
import { maxSections, type SavedSection, sectionName } from "./saved-section";
import { countSections, insertSection } from "./saved-section-queries.server";

/** Reads what is to be a section; its forms get names that tell them from those of any page. */
export function readGivenSection(document: unknown, sectionId: string): PageDocument {
  try {
    return readSectionDocument(document, sectionId.slice(-6).toLowerCase());
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new DomainError("invalid", "section_invalid", error.message);
  }
}

/** Keeps one part of a page for use on others. */
export async function saveSection(
  deps: Deps,
  actor: Actor,
  input: { workspaceId?: string; name: string; document: unknown },
): Promise<SavedSection> {
  const workspaceId = actorWorkspace(actor, input.workspaceId);
  const name = readInput(sectionName, input.name);
  const id = deps.ids.next();
  const document = readGivenSection(input.document, id);
  const now = deps.clock.now();
  const section = { id, workspaceId, name, document, revision: 1, updatedAt: now, removedAt: undefined };
  const json = JSON.stringify(document);
  await deps.transact(async (tx) => {
    await requireEditableWorkspace(tx, workspaceId);
    if ((await countSections(tx, workspaceId)) >= maxSections) {
      throw new DomainError(
        "limit",
        "too_many_sections",
        `There are ${maxSections} saved sections. Remove some before you save another one.`,
      );
    }
    await insertSection(tx, section, { document: json, savedBy: actorId(actor) });
    await noteFileUses(tx, workspaceId, { kind: "section", id }, json);
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "section:save",
      targetKind: "section",
      targetId: id,
      detail: { name },
    });
  });
  return section;
}
