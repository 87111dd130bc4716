import {
  addFigures,
  type Figures,
  noFigures,
  type PageReport,
  type Report,
  type Share,
  type VariantShare,
} from "./figures";
import { otherName } from "./share-part";

/** Groups of fewer visitors are shown as one, and counts as tens: no figure tells of a single person. */
export const leastShown = 10;
/** Below this a share of rounded counts would say more than is known. */
export const leastForRate = 100;

export const toTens = (count: number): number => Math.round(count / leastShown) * leastShown;

/** An exact average, multiplied, would tell how long one visit more or less was. */
const averageToTens = ({ durationMs, views }: Figures): number => toTens(durationMs / views / 1000) * 1000;

export function roundFigures<T extends Figures>(figures: T): T {
  const views = toTens(figures.views);
  return {
    ...figures,
    views,
    visitors: toTens(figures.visitors),
    formStarts: toTens(figures.formStarts),
    leads: toTens(figures.leads),
    bots: toTens(figures.bots),
    durationMs: figures.views >= leastShown ? averageToTens(figures) * views : 0,
  };
}

const roundShare = <T extends Share>(share: T): T => ({
  ...share,
  views: toTens(share.views),
  visitors: toTens(share.visitors),
  conversions: toTens(share.conversions),
  ...(share.leads === undefined ? {} : { leads: toTens(share.leads) }),
});

/** Small groups become one; where even that is small, it is left out. */
export function roundShares(shares: readonly Share[]): Share[] {
  const isSmall = ({ name, visitors }: Share) => name === otherName || visitors < leastShown;
  const small = shares.filter(isSmall);
  const rest = small.reduce(
    (sum, share) => ({
      name: otherName,
      views: sum.views + share.views,
      visitors: sum.visitors + share.visitors,
      conversions: sum.conversions + share.conversions,
      ...(share.leads === undefined ? {} : { leads: (sum.leads ?? 0) + share.leads }),
    }),
    { name: otherName, views: 0, visitors: 0, conversions: 0 } as Share,
  );
  const kept = shares.filter((share) => !isSmall(share));
  return (rest.visitors >= leastShown ? [...kept, rest] : kept).map(roundShare);
}

const roundVariant = (variant: VariantShare): VariantShare => ({
  ...variant,
  views: toTens(variant.views),
  visitors: toTens(variant.visitors),
  formStarts: toTens(variant.formStarts),
  leads: toTens(variant.leads),
  conversions: toTens(variant.conversions),
});

const groupMs = 600_000;
export const groupStart = (at: number): number => at - (at % groupMs);

/** Minutes by tens, too, and between fixed bounds: sums that move on by a minute could be taken from one another. */
export function roundMinutes<T extends Figures & { start: number }>(minutes: readonly T[]) {
  const groups = new Map<number, Figures>();
  for (const minute of minutes) {
    const start = groupStart(minute.start);
    groups.set(start, addFigures(groups.get(start) ?? noFigures, minute));
  }
  return [...groups].map(([start, figures]) => ({ ...roundFigures(figures), start }));
}

export const roundSeries = <T extends Pick<Report, "totals" | "before" | "points">>(report: T): T => ({
  ...report,
  totals: roundFigures(report.totals),
  before: roundFigures(report.before),
  points: report.points.map(roundFigures),
});

export const roundReport = (report: PageReport): PageReport => ({
  ...roundSeries(report),
  shares: Object.fromEntries(
    Object.entries(report.shares).map(([part, shares]) => [part, roundShares(shares)]),
  ) as PageReport["shares"],
  variants: report.variants.map(roundVariant),
  versions: report.versions.map(roundVariant),
});
