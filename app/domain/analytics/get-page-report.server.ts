import { startOfDay } from "~/lib/zoned-day";
import type { Deps } from "../deps";
import { getPageSummary } from "../pages/get-page.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import type { PageReport, ReportFilter } from "./figures";
import { nameVersions } from "./name-versions.server";
import { figuresOfShare, pointsOf, type ReadSeries, readSeries, sumFigures } from "./read-series.server";
import { type ReadSpan, readSpan } from "./read-span.server";
import { readTail, type Tail } from "./read-tail.server";
import type { ReportSpan } from "./report-span";
import { roundReport } from "./round-report";
import { partsOfLeads, type SharePart, shareParts } from "./share-part";
import { type ShareSum, selectShares, sumShares } from "./share-queries.server";
import { addShares } from "./tally";

const shown = 100;

/** What a page brought between two days of the workspace's zone. */
export async function getPageReport(
  deps: Pick<Deps, "db" | "reader" | "clock">,
  workspaceId: string,
  pageId: string,
  given: ReportSpan = {},
  asked?: ReportFilter,
): Promise<PageReport> {
  const { timeZone: zone, reportFigures } = await getWorkspace(deps.db, workspaceId);
  await getPageSummary(deps, workspaceId, pageId);
  const span = readSpan(given, zone, deps.clock.now());
  const tail = await readTail(deps, workspaceId, pageId, zone);
  const shares = await readShares(deps, workspaceId, pageId, span, tail);
  const { versions, variants } = await nameVersions(
    deps,
    workspaceId,
    pageId,
    shares.filter(({ part }) => part === "version"),
  );
  // What is not told yet is not told by limiting the report to it either.
  const filter = asked && isUntold(asked, versions, variants) ? undefined : asked;
  const series = filter
    ? await readFiltered(deps, workspaceId, pageId, span, tail, namesOf(filter, variants), filter)
    : await readSeries(deps, workspaceId, pageId, span, [tail.tally]);
  const report: PageReport = {
    pageId,
    from: span.from,
    to: span.to,
    zone,
    ...series,
    ...(filter ? { filter } : {}),
    isRounded: reportFigures === "rounded",
    isCounting: tail.isCounting,
    ...(tail.grownUntil !== undefined && tail.grownUntil < (span.bounds.at(-1) ?? 0)
      ? { grownUntil: tail.grownUntil, isConverted: tail.isConverted }
      : {}),
    shares: Object.fromEntries(
      shareParts.map((part) => [part, largest(shares, part)]),
    ) as PageReport["shares"],
    versions,
    variants,
  };
  return report.isRounded ? roundReport(report) : report;
}

const isUntold = (
  { part, name }: ReportFilter,
  versions: PageReport["versions"],
  variants: PageReport["variants"],
): boolean =>
  (part === "version" && versions.some((one) => one.isUntold && one.versionIds.includes(name))) ||
  (part === "variant" && variants.some((one) => one.isUntold && one.variantId === name));

async function readShares(
  deps: Pick<Deps, "reader">,
  workspaceId: string,
  pageId: string,
  { from, to }: ReadSpan,
  { tally }: Tail,
): Promise<ShareSum[]> {
  const parts = [...shareParts, "version"] as const;
  const sums = new Map<string, ShareSum>();
  const take = (share: ShareSum) => {
    const key = `${share.part} ${share.name}`;
    const known = sums.get(key);
    sums.set(key, known ? addShares(known, share) : share);
  };
  for (const share of await sumShares(deps.reader, workspaceId, pageId, parts, { from, to })) take(share);
  for (const share of tally.shares())
    if (share.day >= from && share.day <= to && share.part !== "again") take(share);
  return [...sums.values()];
}

const largest = (shares: readonly ShareSum[], part: SharePart) =>
  shares
    .filter((share) => share.part === part)
    .sort((a, b) => b.visitors - a.visitors || b.leads - a.leads || b.conversions - a.conversions)
    .slice(0, shown)
    .map(({ name, views, visitors, leads, conversions }) => ({
      name,
      views,
      visitors,
      conversions,
      ...(partsOfLeads.includes(part) ? { leads } : {}),
    }));

const namesOf = ({ part, name }: ReportFilter, variants: PageReport["variants"]): string[] =>
  part === "variant" ? variants.flatMap((one) => (one.variantId === name ? one.versionIds : [])) : [name];

/** One share day by day; by the hour it is not kept. */
async function readFiltered(
  deps: Pick<Deps, "reader">,
  workspaceId: string,
  pageId: string,
  { from, to, days, daysBefore, zone }: ReadSpan,
  { tally }: Tail,
  names: readonly string[],
  filter: ReportFilter,
): Promise<ReadSeries> {
  const part = filter.part === "variant" ? "version" : filter.part;
  const first = daysBefore[0] ?? from;
  const kept =
    names.length > 0
      ? await selectShares(deps.reader, workspaceId, pageId, [part], { from: first, to, names })
      : [];
  const all = [
    ...kept,
    ...tally.shares().filter((share) => share.part === part && names.includes(share.name)),
  ];
  const of = (day: string) =>
    sumFigures(all.filter((share) => share.day === day).map((share) => figuresOfShare(share)));
  const points = days.map(of);
  return {
    unit: "day",
    totals: sumFigures(points),
    before: sumFigures(daysBefore.map(of)),
    points: pointsOf(
      days.map((day) => startOfDay(day, zone)),
      points,
    ),
  };
}
