import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { SavedSection } from "./saved-section";
import { selectSection } from "./saved-section-queries.server";

export async function getSection(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  sectionId: string,
  db: Executor = deps.db,
): Promise<SavedSection> {
  const section = await selectSection(db, workspaceId, sectionId);
  if (!section) throw new DomainError("not_found", "section_not_found", "There is no such saved section.");
  return section;
}
