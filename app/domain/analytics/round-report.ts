import type { Figures, PageReport, Report, Share, VariantShare } from "./figures";
import { otherName } from "./share-part";

/** Groups of fewer visitors are shown as one, and counts as tens: no figure tells of a single person. */
export const leastShown = 10;
/** Below this a share of rounded counts would say more than is known. */
export const leastForRate = 100;

export const toTens = (count: number): number => Math.round(count / leastShown) * leastShown;

export function roundFigures<T extends Figures>(figures: T): T {
  const views = toTens(figures.views);
  return {
    ...figures,
    views,
    visitors: toTens(figures.visitors),
    formStarts: toTens(figures.formStarts),
    leads: toTens(figures.leads),
    bots: toTens(figures.bots),
    // The length of an average visit stays what it was, unless views are too few for one.
    durationMs: figures.views >= leastShown ? Math.round((figures.durationMs / figures.views) * views) : 0,
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
