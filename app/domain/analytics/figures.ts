import type { FilterPart, SharePart } from "./share-part";

/** What is counted of a page in a span of time. */
export interface Figures {
  views: number;
  visitors: number;
  formStarts: number;
  leads: number;
  /** Views by bots, in none of the others. */
  bots: number;
  durationMs: number;
}

export const noFigures: Figures = { views: 0, visitors: 0, formStarts: 0, leads: 0, bots: 0, durationMs: 0 };

export const addFigures = (a: Figures, b: Figures): Figures => ({
  views: a.views + b.views,
  visitors: a.visitors + b.visitors,
  formStarts: a.formStarts + b.formStarts,
  leads: a.leads + b.leads,
  bots: a.bots + b.bots,
  durationMs: a.durationMs + b.durationMs,
});

/** Leads for each visitor; undefined without visitors. */
export const conversionOf = ({ leads, visitors }: Pick<Figures, "leads" | "visitors">): number | undefined =>
  visitors > 0 ? leads / visitors : undefined;

export const averageVisitMs = ({ durationMs, views }: Figures): number | undefined =>
  views > 0 ? Math.round(durationMs / views) : undefined;

export const slotMs = 900_000;
export const slotOf = (at: number): number => at - (at % slotMs);

export interface ReportPoint extends Figures {
  /** When the day or the hour begins. */
  start: number;
}

export interface Share {
  /** Empty where it is not known; `otherName` for what is too small to stand alone. */
  name: string;
  views: number;
  visitors: number;
  /** Submissions, where they tell this part: by source and campaign. */
  leads?: number;
  /** Visitors who became leads. */
  conversions: number;
}

/** What all figures of a report are limited to. */
export interface ReportFilter {
  part: FilterPart;
  name: string;
}

export interface Report {
  from: string;
  to: string;
  zone: string;
  unit: "day" | "hour";
  totals: Figures;
  /** The same number of days before, for comparing. */
  before: Figures;
  points: ReportPoint[];
  /** Counts are rounded to tens and small groups hidden: a setting of the workspace. */
  isRounded: boolean;
  /** More came in a moment ago than is counted here. */
  isCounting: boolean;
  /** Lengths and begun forms are known up to here; undefined for all of them. */
  grownUntil?: number;
  /** With `grownUntil`: who became a lead is known for all of them nevertheless. */
  isConverted?: boolean;
}

/** One version or variant of a page among others. */
export interface VariantShare {
  /** Empty for the page outside of experiments. */
  variantId: string;
  versionIds: string[];
  name: string;
  views: number;
  visitors: number;
  formStarts: number;
  leads: number;
  /** Visitors who became leads. */
  conversions: number;
  /** Of a fixed horizon that has not been reached: what they did is not to be compared yet. */
  isUntold: boolean;
}

export interface PageReport extends Report {
  pageId: string;
  filter?: ReportFilter;
  /** Of all visitors, also under a filter: counts are kept by one trait at a time. */
  shares: Record<SharePart, Share[]>;
  variants: VariantShare[];
  versions: VariantShare[];
}

/** The last thirty minutes of a page; rounded, by tens of minutes that the clock begins. */
export interface LiveReport {
  at: number;
  zone: string;
  points: (Pick<Figures, "views" | "visitors" | "leads" | "bots"> & { start: number })[];
  isRounded: boolean;
}

export interface PageLine {
  pageId: string;
  totals: Figures;
  /** Views for each point of the report. */
  views: number[];
}
