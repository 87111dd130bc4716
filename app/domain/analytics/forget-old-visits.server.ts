import type { Deps } from "../deps";
import { removeVisitsBefore } from "../tracking/remove-visits-before.server";
import { keptVisitDays } from "../tracking/visit-retention";
import { listAllWorkspaces } from "../workspaces/list-workspaces.server";
import { listPageIds } from "./page-queries.server";
import { selectProgress } from "./progress-queries.server";

const pagesAtOnce = 100;

/** Visits go after their time, once their days are counted for good; the counts stay. */
export async function forgetOldVisits(deps: Pick<Deps, "db" | "reader" | "clock">): Promise<void> {
  for (let after = ""; ; ) {
    const workspaces = await listAllWorkspaces(deps, { after, limit: 100 });
    for (const { id } of workspaces) await forgetOf(deps, id);
    const last = workspaces.at(-1);
    if (!last || workspaces.length < 100) return;
    after = last.id;
  }
}

async function forgetOf(deps: Pick<Deps, "db" | "reader" | "clock">, workspaceId: string): Promise<void> {
  const before = deps.clock.now() - keptVisitDays * 86_400_000;
  for (let after = ""; ; ) {
    const pageIds = await listPageIds(deps.reader, workspaceId, { after, limit: pagesAtOnce });
    for (const { pageId, sealedUntil } of (await selectProgress(deps.db, workspaceId, pageIds)).values())
      await removeVisitsBefore(deps, workspaceId, pageId, Math.min(before, sealedUntil));
    const last = pageIds.at(-1);
    if (!last || pageIds.length < pagesAtOnce) return;
    after = last;
  }
}
