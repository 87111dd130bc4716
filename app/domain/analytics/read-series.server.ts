import type { Deps } from "../deps";
import { addFigures, type Figures, noFigures, type Report, type ReportPoint } from "./figures";
import type { ReadSpan } from "./read-span.server";
import { selectRollups } from "./rollup-queries.server";
import { partsOfLeads } from "./share-part";
import { selectShares } from "./share-queries.server";
import type { ShareCount, Tally } from "./tally";

export type ReadSeries = Pick<Report, "unit" | "totals" | "before" | "points">;

export const sumFigures = (points: readonly Figures[]): Figures => points.reduce(addFigures, noFigures);

export const pointsOf = (starts: readonly number[], figures: readonly Figures[]): ReportPoint[] =>
  starts.map((start, index) => ({ ...(figures[index] ?? noFigures), start }));

/** Of parts that submissions do not tell, visitors who became leads stand for leads. */
export const figuresOfShare = ({ part, views, ...share }: ShareCount): Figures => ({
  views: part === "bots" ? 0 : views,
  visitors: share.visitors,
  formStarts: share.formStarts,
  leads: partsOfLeads.includes(part) ? share.leads : share.conversions,
  bots: part === "bots" ? views : 0,
  durationMs: share.durationMs,
});

/** A span of a page, or of all pages: from a row a day, or where it is told by the hour from quarters of an hour. */
export const readSeries = (
  deps: Pick<Deps, "reader">,
  workspaceId: string,
  pageId: string,
  span: ReadSpan,
  tails: readonly Tally[],
): Promise<ReadSeries> =>
  span.unit === "day"
    ? readDays(deps, workspaceId, pageId, span, tails)
    : readHours(deps, workspaceId, pageId, span, tails);

async function readDays(
  { reader }: Pick<Deps, "reader">,
  workspaceId: string,
  pageId: string,
  { days, daysBefore, bounds, from, to }: ReadSpan,
  tails: readonly Tally[],
): Promise<ReadSeries> {
  const span = { from: daysBefore[0] ?? from, to };
  const rows = await selectShares(reader, workspaceId, pageId, ["total", "bots"], span);
  const figures = new Map<string, Figures>();
  for (const share of [...rows, ...tails.flatMap((tail) => tail.shares())]) {
    if (share.part !== "total" && share.part !== "bots") continue;
    figures.set(share.day, addFigures(figures.get(share.day) ?? noFigures, figuresOfShare(share)));
  }
  const of = (day: string) => figures.get(day) ?? noFigures;
  const points = days.map(of);
  return {
    unit: "day",
    totals: sumFigures(points),
    before: sumFigures(daysBefore.map(of)),
    points: pointsOf(bounds.slice(0, -1), points),
  };
}

async function readHours(
  { reader }: Pick<Deps, "reader">,
  workspaceId: string,
  pageId: string,
  { bounds, before }: ReadSpan,
  tails: readonly Tally[],
): Promise<ReadSeries> {
  const end = bounds.at(-1) ?? 0;
  const rows = await selectRollups(reader, workspaceId, pageId, { from: before[0], to: end });
  const slots = [
    ...rows.map(({ slot, ...figures }) => [slot, figures] as const),
    ...tails.flatMap((tail) => [...tail.slots]),
  ];
  const between = (from: number, to: number) =>
    sumFigures(slots.flatMap(([slot, figures]) => (slot >= from && slot < to ? [figures] : [])));
  const points = bounds.slice(0, -1).map((start, index) => between(start, bounds[index + 1] ?? end));
  return {
    unit: "hour",
    totals: sumFigures(points),
    before: between(...before),
    points: pointsOf(bounds.slice(0, -1), points),
  };
}
