import type { Deps } from "../deps";
import { removeVisitsBefore } from "../tracking/remove-visits-before.server";
import { keptVisitDays } from "../tracking/visit-retention";
import { listPageIds } from "./page-queries.server";
import { selectProgress } from "./progress-queries.server";

const pagesAtOnce = 100;

/** Visits go after their time, once their days are counted for good; the counts stay. */
export async function forgetOldVisits(
  deps: Pick<Deps, "db" | "reader" | "clock">,
  workspaceId: string,
): Promise<{ visits: number; conversions: number }> {
  const forgotten = { visits: 0, conversions: 0 };
  const before = deps.clock.now() - keptVisitDays * 86_400_000;
  for (let after = ""; ; ) {
    const pageIds = await listPageIds(deps.reader, workspaceId, { after, limit: pagesAtOnce });
    for (const { pageId, sealedUntil } of (await selectProgress(deps.db, workspaceId, pageIds)).values()) {
      const removed = await removeVisitsBefore(deps, workspaceId, pageId, Math.min(before, sealedUntil));
      forgotten.visits += removed.visits;
      forgotten.conversions += removed.conversions;
    }
    const last = pageIds.at(-1);
    if (!last || pageIds.length < pagesAtOnce) return forgotten;
    after = last;
  }
}
