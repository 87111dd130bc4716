import type { Deps } from "../deps";
import { isOutOfDate, maxSections, type SavedSection, type SectionUse } from "./saved-section";
import { selectSections } from "./saved-section-queries.server";
import { selectSectionUses } from "./section-use-queries.server";

export interface ListedSection extends SavedSection {
  uses: SectionUse[];
  /** Pages on which visitors still see an earlier state. */
  outOfDate: SectionUse[];
}

/** The library, newest first, with the pages that show each section. */
export async function listSections(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  filter: { removed?: boolean } = {},
): Promise<ListedSection[]> {
  const sections = await selectSections(deps.db, workspaceId, {
    removed: filter.removed ?? false,
    limit: maxSections,
  });
  const uses = sections.length > 0 ? await selectSectionUses(deps.db, workspaceId) : [];
  return sections.map((section) => {
    const own = uses.filter(({ sectionId }) => sectionId === section.id);
    return { ...section, uses: own, outOfDate: own.filter((use) => isOutOfDate(use, section)) };
  });
}
