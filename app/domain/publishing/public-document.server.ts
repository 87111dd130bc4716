import type { PageDocument } from "~builder/document/page-document";
import { visibleDocument } from "~builder/document/saved-sections";
import type { Executor } from "~db/schema/executor";
import { fillPageSections } from "../pages/fill-page-sections.server";

/** What visitors may see of a document: saved sections as they are now, hidden parts left out. */
export const publicDocument = async (
  db: Executor,
  workspaceId: string,
  document: PageDocument,
): Promise<PageDocument> => visibleDocument(await fillPageSections(db, workspaceId, document));
