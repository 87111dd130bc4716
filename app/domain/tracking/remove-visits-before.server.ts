import type { Deps } from "../deps";
import { deleteConversionsBefore, deleteVisitsBefore } from "./old-visit-queries.server";

const visitsAtOnce = 500;

/** Removes what was recorded of a page before a moment, in steps that hold nobody up. */
export async function removeVisitsBefore(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  pageId: string,
  before: number,
): Promise<void> {
  while (await deleteVisitsBefore(deps.db, workspaceId, pageId, before, visitsAtOnce)) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  await deleteConversionsBefore(deps.db, workspaceId, pageId, before);
}
