import type { Deps } from "../deps";
import { addFigures, type Figures, noFigures, slotOf } from "./figures";
import { findRolledUntil, sumRollups } from "./rollup-queries.server";
import { countSlots, type SlotCount } from "./slot-queries.server";

const pagesAtOnce = 200;

/** Neighbouring buckets of one length: one query each. Only days on which clocks change stand alone. */
function stretches(bounds: readonly number[]): { from: number; to: number; length: number }[] {
  const found: { from: number; to: number; length: number }[] = [];
  for (const [index, from] of bounds.slice(0, -1).entries()) {
    const to = bounds[index + 1] ?? from;
    const last = found.at(-1);
    if (last && last.length === to - from) last.to = to;
    else found.push({ from, to, length: to - from });
  }
  return found;
}

const indexOf = (bounds: readonly number[], slot: number): number => {
  let low = 0;
  let high = bounds.length - 1;
  while (low < high - 1) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) <= slot) low = middle;
    else high = middle;
  }
  return low;
};

/**
 * Figures of pages between bounds, ascending: roll-ups as far as they reach, then what was recorded.
 * A page without anything is not in the answer.
 */
export async function readSeries(
  deps: Pick<Deps, "reader">,
  workspaceId: string,
  pageIds: readonly string[],
  bounds: readonly number[],
): Promise<Map<string, Figures[]>> {
  const rolled = (await findRolledUntil(deps.reader, workspaceId)) ?? 0;
  const begin = bounds[0] ?? 0;
  const end = bounds.at(-1) ?? 0;
  const series = new Map<string, Figures[]>();
  const take = (counts: readonly SlotCount[]) => {
    for (const count of counts) {
      const points = series.get(count.pageId) ?? bounds.slice(1).map(() => noFigures);
      const index = indexOf(bounds, count.slot);
      points[index] = addFigures(points[index] ?? noFigures, count);
      series.set(count.pageId, points);
    }
  };
  for (let at = 0; at < pageIds.length; at += pagesAtOnce) {
    const some = pageIds.slice(at, at + pagesAtOnce);
    for (const { from, to, length } of stretches(bounds)) {
      take(await sumRollups(deps.reader, workspaceId, some, { from, to: Math.min(to, rolled), length }));
    }
    take(
      await countSlots(deps.reader, workspaceId, some, { from: Math.max(begin, slotOf(rolled)), to: end }),
    );
  }
  return series;
}

export const sumFigures = (points: readonly Figures[]): Figures => points.reduce(addFigures, noFigures);
