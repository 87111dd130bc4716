import type { PageReport } from "./figures";
import { shareParts } from "./share-part";

export const reportColumns = [
  "table",
  "name",
  "views",
  "visitors",
  "form_starts",
  "leads",
  "visitors_who_became_leads",
  "machines",
  "seconds",
] as const;

type Cell = string | number;

/** A report as rows of a spreadsheet: the days, then each table. */
export function* reportRows(report: PageReport): Generator<Cell[]> {
  const day = new Intl.DateTimeFormat("sv-SE", {
    timeZone: report.zone,
    dateStyle: "short",
    ...(report.unit === "hour" ? { timeStyle: "short" as const } : {}),
  });
  const figures = [
    ...report.points.map((point) => ({ ...point, name: day.format(point.start) })),
    { ...report.totals, name: "" },
  ];
  for (const [index, one] of figures.entries()) {
    const table = index < report.points.length ? report.unit : "in all";
    const seconds = Math.round(one.durationMs / 1000);
    yield [table, one.name, one.views, one.visitors, one.formStarts, one.leads, "", one.bots, seconds];
  }
  for (const part of shareParts) {
    for (const { name, views, visitors, leads = "", conversions } of report.shares[part])
      yield [part, name, views, visitors, "", leads, conversions, "", ""];
  }
  for (const [table, shares] of [
    ["variant", report.variants],
    ["version", report.versions],
  ] as const) {
    for (const { name, views, visitors, formStarts, leads, conversions, isUntold } of shares) {
      const told = isUntold ? ["", "", ""] : [formStarts, leads, conversions];
      yield [table, name, views, visitors, ...told, "", ""];
    }
  }
}
