import { publicId, storedId } from "~/lib/ids";
import type { PageDocument } from "~builder/document/page-document";
import { fillSections, listSectionUses } from "~builder/document/saved-sections";
import type { Executor } from "~db/schema/executor";
import { selectSectionsById } from "./saved-section-queries.server";

/** The document with its saved sections as they are now. One that is gone stays as the page remembers it. */
export async function fillPageSections(
  db: Executor,
  workspaceId: string,
  document: PageDocument,
): Promise<PageDocument> {
  const ids = listSectionUses(document).flatMap(({ id }) => storedId("section", id) ?? []);
  const sections = await selectSectionsById(db, workspaceId, ids);
  return fillSections(
    document,
    new Map(sections.map((section) => [publicId("section", section.id), section])),
  );
}
