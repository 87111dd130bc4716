import type { Deps } from "../deps";
import { listAllWorkspaces } from "../workspaces/list-workspaces.server";
import { findFirstRecorded } from "./fact-queries.server";
import { listPageIds } from "./page-queries.server";
import { deleteDayVisitors, selectPagesOfDays, selectProgress } from "./progress-queries.server";
import { utcDayOf } from "./read-facts.server";
import { type RollUpDeps, rollUpPage } from "./roll-up-page.server";

const pagesAtOnce = 100;
const visitorsAtOnce = 2000;
const dayMs = 86_400_000;

/** Counts whatever is not counted yet, of every page: also what a process left that ended in between. */
export async function rollUpVisits(deps: RollUpDeps & Pick<Deps, "log">): Promise<void> {
  for (let after = ""; ; ) {
    const workspaces = await listAllWorkspaces(deps, { after, limit: 100 });
    for (const { id, timeZone } of workspaces) await rollUpWorkspace(deps, id, timeZone);
    const last = workspaces.at(-1);
    if (!last || workspaces.length < 100) return;
    after = last.id;
  }
}

export async function rollUpWorkspace(
  deps: RollUpDeps & Pick<Deps, "log">,
  workspaceId: string,
  zone: string,
): Promise<void> {
  for (let after = ""; ; ) {
    const pageIds = await listPageIds(deps.reader, workspaceId, { after, limit: pagesAtOnce });
    const progress = await selectProgress(deps.db, workspaceId, pageIds);
    const pages = pageIds.map((pageId) => ({ pageId, from: progress.get(pageId)?.sealedUntil ?? 0 }));
    const fresh = (await findFirstRecorded(deps.reader, workspaceId, pages)).keys();
    const moved = [...progress.values()].filter((one) => one.zone !== zone).map(({ pageId }) => pageId);
    for (const pageId of new Set([...fresh, ...moved])) {
      // One page that cannot be counted keeps no other from it.
      await rollUpPage(deps, workspaceId, pageId, zone).catch((error: unknown) =>
        deps.log.warn({ err: error, workspaceId, pageId }, "views of a page cannot be counted"),
      );
    }
    await forgetDayVisitors(deps, workspaceId, pageIds);
    const last = pageIds.at(-1);
    if (!last || pageIds.length < pagesAtOnce) return;
    after = last;
  }
}

/** Who was here on a day that is over is of no use any more. */
async function forgetDayVisitors(deps: RollUpDeps, workspaceId: string, pageIds: readonly string[]) {
  const before = utcDayOf(deps.clock.now()) - dayMs;
  for (const pageId of await selectPagesOfDays(deps.reader, workspaceId, pageIds, before)) {
    while (await deleteDayVisitors(deps.db, workspaceId, pageId, before, visitorsAtOnce)) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
