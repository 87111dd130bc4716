import type { Expression, SqlBool } from "kysely";
import type { Deps } from "../deps";
import { listCountedPages } from "../experiments/get-experiment.server";
import {
  countVisitsBefore,
  removeVisitsBefore,
  type VisitTable,
} from "../tracking/remove-visits-before.server";
import { keptVisitDays } from "../tracking/visit-retention";
import { listPageIds } from "./page-queries.server";
import { selectProgress } from "./progress-queries.server";

const pagesAtOnce = 100;
const dayMs = 86_400_000;

type NeededDeps = Pick<Deps, "db" | "reader" | "transact" | "clock">;

/**
 * Up to when the visits of each page may go: not before their day is counted for good, and not while a running experiment
 * counts them, but never later than the platform's own time.
 */
async function* listForgettable(deps: NeededDeps, workspaceId: string, before: number) {
  const longest = deps.clock.now() - keptVisitDays * dayMs;
  const counted = await listCountedPages(deps.db, workspaceId);
  for (let after = ""; ; ) {
    const pageIds = await listPageIds(deps.reader, workspaceId, { after, limit: pagesAtOnce });
    for (const { pageId, sealedUntil } of (await selectProgress(deps.db, workspaceId, pageIds)).values()) {
      const wanted = Math.max(longest, Math.min(before, counted.get(pageId) ?? before));
      yield { pageId, before: Math.min(wanted, sealedUntil) };
    }
    const last = pageIds.at(-1);
    if (!last || pageIds.length < pagesAtOnce) return;
    after = last;
  }
}

/** Visits, or conversions, from before a moment, of those that `only` lets go, go, once their days are counted for good; the number removed. */
export async function forgetOldVisits(
  deps: NeededDeps,
  table: VisitTable,
  workspaceId: string,
  { before, only }: { before: number; only: Expression<SqlBool> },
): Promise<number> {
  let removed = 0;
  for await (const page of listForgettable(deps, workspaceId, before)) {
    removed += await removeVisitsBefore(deps, table, workspaceId, page.pageId, { ...page, only });
  }
  return removed;
}

/** How many `forgetOldVisits` would remove. */
export async function countOldVisits(
  deps: NeededDeps,
  table: VisitTable,
  workspaceId: string,
  { before, only }: { before: number; only: Expression<SqlBool> },
): Promise<number> {
  let old = 0;
  for await (const page of listForgettable(deps, workspaceId, before)) {
    old += await countVisitsBefore(deps, table, workspaceId, page.pageId, { ...page, only });
  }
  return old;
}
