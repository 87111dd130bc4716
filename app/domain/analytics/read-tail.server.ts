import type { Deps } from "../deps";
import { slotOf } from "./figures";
import { type PageProgress, selectProgress } from "./progress-queries.server";
import { addConversions, addLeads, addVisits, streamVisits } from "./read-facts.server";
import { sumRollups } from "./rollup-queries.server";
import { factsAtOnce } from "./stream-facts";
import { Tally, type VisitFact } from "./tally";

/** A tail longer than this is being counted; a report does not wait for it. */
const mostViews = factsAtOnce;
const end = Number.MAX_SAFE_INTEGER;

export interface Tail {
  tally: Tally;
  /** More came in than a report waits for: what it shows is not all yet. */
  isCounting: boolean;
  /** Lengths and begun forms are known up to here; undefined for all of them. */
  grownUntil: number | undefined;
  /** Who became a lead is known for all of them. */
  isConverted: boolean;
}

interface Care {
  /** Takes all conversions, however many: for what is counted once and for good. */
  whole?: boolean;
}

/** What was recorded of a page and is in no roll-up yet. */
export async function readTail(
  deps: Pick<Deps, "db" | "reader">,
  workspaceId: string,
  pageId: string,
  zone: string,
  care?: Care,
): Promise<Tail> {
  const progress = (await selectProgress(deps.db, workspaceId, [pageId])).get(pageId);
  return readTailAfter(deps, workspaceId, pageId, zone, progress, care);
}

export async function readTailAfter(
  deps: Pick<Deps, "reader">,
  workspaceId: string,
  pageId: string,
  zone: string,
  progress: PageProgress | undefined,
  { whole = false }: Care = {},
): Promise<Tail> {
  const page = { workspaceId, pageId };
  const { rolledUntil = 0, grownUntil = 0 } = progress ?? {};
  const tally = new Tally(zone);
  const seen = new Map<string, VisitFact>();
  let views = 0;
  let isCounting = false;
  for await (const facts of streamVisits(deps.reader, page, { from: rolledUntil, to: end })) {
    await addVisits(deps.reader, page, tally, facts, seen);
    for (const fact of facts) tally.addGrowth(fact);
    views += facts.length;
    if (views < mostViews) continue;
    isCounting = true;
    break;
  }
  if (!isCounting) await addLeads(deps.reader, page, tally, { from: rolledUntil, to: end });
  const isGrown = await addGrowing(deps, page, tally, { from: grownUntil, to: rolledUntil });
  const converting = { from: grownUntil, to: end };
  const most = isGrown || whole ? undefined : factsAtOnce;
  const isConverted = await addConversions(deps.reader, page, tally, converting, { seen, most });
  return { tally, isCounting, isConverted, grownUntil: isGrown ? undefined : grownUntil };
}

/** Lengths of the last views that are counted; left out where these are many. */
async function addGrowing(
  { reader }: Pick<Deps, "reader">,
  page: { workspaceId: string; pageId: string },
  tally: Tally,
  span: { from: number; to: number },
): Promise<boolean> {
  if (span.from >= span.to) return true;
  const from = slotOf(span.from);
  const [sum] = await sumRollups(reader, page.workspaceId, page.pageId, {
    from,
    to: end,
    length: end - from,
  });
  if ((sum?.views ?? 0) > factsAtOnce) return false;
  for await (const facts of streamVisits(reader, page, { ...span, grown: true }))
    for (const fact of facts) tally.addGrowth(fact);
  return true;
}
