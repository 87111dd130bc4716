import type { Series, SeriesTone } from "./line-chart";

export interface SeriesLabel {
  name: string;
  tone: SeriesTone;
  /** Shares of the plot's width and height. */
  x: number;
  y: number;
  anchor: "start" | "end";
  dx: number;
  dy: number;
}

const roomWide = 0.26;
const roomHigh = 0.14;

/** Names set right at the lines: where a line runs clear of the others. A name without room is left to the key. */
export function seriesLabels(series: readonly Series[], max: number): SeriesLabel[] {
  const placed: SeriesLabel[] = [];
  for (const one of series) {
    const length = one.values.length;
    const heights = (index: number) => series.map(({ values }) => (values[index] ?? 0) / max);
    const own = series.indexOf(one);
    let best: { index: number; clear: number } | undefined;
    for (let index = 0; index < length; index += 1) {
      const mine = heights(index)[own] ?? 0;
      const span = Math.max(1, Math.round(length * roomWide));
      const until = index + (index > length / 2 ? -span : span);
      const [from, to] = [Math.min(index, until), Math.max(index, until)];
      let clear = 1 - mine;
      for (let near = Math.max(0, from); near <= Math.min(length - 1, to); near += 1) {
        for (const [line, height] of heights(near).entries()) {
          const gap = height - mine;
          if (line !== own && gap > -0.02) clear = Math.min(clear, gap);
          if (line === own && gap > 0.02) clear = Math.min(clear, 0);
        }
      }
      const taken = placed.some(
        ({ x, y }) => Math.abs(x - index / length) < roomWide && Math.abs(y - (1 - mine)) < roomHigh,
      );
      if (!taken && clear >= roomHigh && (!best || mine > (heights(best.index)[own] ?? 0)))
        best = { index, clear };
    }
    if (!best) continue;
    const x = best.index / Math.max(1, length - 1);
    const y = 1 - (heights(best.index)[own] ?? 0);
    const end = best.index > length / 2;
    placed.push({
      name: one.name,
      tone: one.tone ?? "accent",
      x,
      y,
      anchor: end ? "end" : "start",
      dx: end ? -4 : 4,
      dy: -8,
    });
  }
  return placed;
}
