import type { Deps } from "../deps";
import type { SectionUse } from "./saved-section";
import { selectSectionUses } from "./section-use-queries.server";

/** The pages that show a section, with the state of it that visitors see. */
export const listSectionUses = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  sectionId: string,
): Promise<SectionUse[]> => selectSectionUses(deps.db, workspaceId, sectionId);
