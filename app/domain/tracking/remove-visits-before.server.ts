import type { Deps } from "../deps";
import { deleteConversionsBefore, deleteVisitsBefore } from "./old-visit-queries.server";

const visitsAtOnce = 500;

/** Removes what was recorded of a page before a moment, in steps that hold nobody up. */
export async function removeVisitsBefore(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  pageId: string,
  before: number,
): Promise<{ visits: number; conversions: number }> {
  let visits = 0;
  for (let done = visitsAtOnce; done === visitsAtOnce; ) {
    done = await deleteVisitsBefore(deps.db, workspaceId, pageId, before, visitsAtOnce);
    visits += done;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { visits, conversions: await deleteConversionsBefore(deps.db, workspaceId, pageId, before) };
}
