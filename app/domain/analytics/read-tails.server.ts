import type { Deps } from "../deps";
import { findFirstRecorded } from "./fact-queries.server";
import { listPageIds } from "./page-queries.server";
import { selectProgress } from "./progress-queries.server";
import { readTailAfter } from "./read-tail.server";
import { pageShares } from "./share-queries.server";
import type { ShareCount, Tally } from "./tally";

const pagesAtOnce = 100;
/** Of a workspace with more pages the last seconds are left out of what is told of all. */
const mostPages = 500;
const mostTails = 25;

/** What was recorded of a workspace's pages and is in no roll-up yet. */
export async function readTails(
  deps: Pick<Deps, "db" | "reader">,
  workspaceId: string,
  zone: string,
): Promise<{ tallies: Tally[]; pages: ShareCount[]; isCounting: boolean }> {
  const all = await listPageIds(deps.reader, workspaceId, { after: "", limit: mostPages });
  const tallies: Tally[] = [];
  const pages: ShareCount[] = [];
  let isCounting = false;
  for (let at = 0; at < all.length; at += pagesAtOnce) {
    const some = all.slice(at, at + pagesAtOnce);
    const progress = await selectProgress(deps.db, workspaceId, some);
    const known = some.map((pageId) => ({ pageId, from: progress.get(pageId)?.rolledUntil ?? 0 }));
    for (const pageId of (await findFirstRecorded(deps.reader, workspaceId, known)).keys()) {
      if (tallies.length >= mostTails) return { tallies, pages, isCounting: true };
      const tail = await readTailAfter(deps, workspaceId, pageId, zone, progress.get(pageId));
      tallies.push(tail.tally);
      pages.push(...pageShares(pageId, tail.tally.shares()));
      isCounting ||= tail.isCounting;
    }
  }
  return { tallies, pages, isCounting };
}
