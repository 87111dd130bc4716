import type { PageDocument } from "~builder/document/page-document";
import type { Deps } from "../deps";
import { selectRevisionDocument } from "./page-revision-queries.server";

/** The document of an earlier save, as long as the history keeps it. */
export const findRevision = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  pageId: string,
  revision: number,
): Promise<PageDocument | undefined> => selectRevisionDocument(deps.db, workspaceId, pageId, revision);
