import type { Deps } from "../deps";
import { addFigures, type Figures, noFigures } from "./figures";
import { sumRollups } from "./rollup-queries.server";

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

/** Figures of a page between bounds, ascending: roll-ups, and slots that are in none yet. */
export async function readSeries(
  { reader }: Pick<Deps, "reader">,
  workspaceId: string,
  pageId: string,
  bounds: readonly number[],
  tails: readonly ReadonlyMap<number, Figures>[],
): Promise<Figures[]> {
  const points = bounds.slice(1).map(() => noFigures);
  const take = (slot: number, figures: Figures) => {
    if (slot < (bounds[0] ?? 0) || slot >= (bounds.at(-1) ?? 0)) return;
    const index = indexOf(bounds, slot);
    points[index] = addFigures(points[index] ?? noFigures, figures);
  };
  for (const stretch of stretches(bounds)) {
    for (const sum of await sumRollups(reader, workspaceId, pageId, stretch)) take(sum.slot, sum);
  }
  for (const slots of tails) for (const [slot, figures] of slots) take(slot, figures);
  return points;
}

export const sumFigures = (points: readonly Figures[]): Figures => points.reduce(addFigures, noFigures);
