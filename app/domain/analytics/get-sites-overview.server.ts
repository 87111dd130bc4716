import type { Deps } from "../deps";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { addFigures, type Figures, noFigures, type PageLine, type Report } from "./figures";
import { figuresOfShare, readSeries, sumFigures } from "./read-series.server";
import { readSpan } from "./read-span.server";
import { readTails } from "./read-tails.server";
import type { ReportSpan } from "./report-span";
import { roundFigures, roundSeries, toTens } from "./round-report";
import { allPages } from "./share-part";
import { selectShares } from "./share-queries.server";
import type { ShareCount } from "./tally";

export interface SitesOverview extends Report {
  /** Pages with anything to tell, most visitors first. */
  pages: PageLine[];
}

type NeededDeps = Pick<Deps, "db" | "reader" | "clock">;

/** Figures of pages for each of some days; pages without any are not in it. */
async function readPages(
  deps: NeededDeps,
  workspaceId: string,
  days: readonly string[],
  tails: readonly ShareCount[],
): Promise<Map<string, Figures[]>> {
  const span = { from: days[0] ?? "", to: days.at(-1) ?? "" };
  const lines = new Map<string, Figures[]>();
  for (const share of [
    ...(await selectShares(deps.reader, workspaceId, allPages, ["page"], span)),
    ...tails,
  ]) {
    const index = days.indexOf(share.day);
    if (index < 0) continue;
    const line = lines.get(share.name) ?? days.map(() => noFigures);
    line[index] = addFigures(line[index] ?? noFigures, figuresOfShare({ ...share, part: "total" }));
    lines.set(share.name, line);
  }
  return lines;
}

/** What all pages of a workspace brought. */
export async function getSitesOverview(
  deps: NeededDeps,
  workspaceId: string,
  given: ReportSpan = {},
): Promise<SitesOverview> {
  const { timeZone: zone, reportFigures } = await getWorkspace(deps.db, workspaceId);
  const span = readSpan(given, zone, deps.clock.now());
  const { tallies, pages: tails, isCounting } = await readTails(deps, workspaceId, zone);
  const series = await readSeries(deps, workspaceId, allPages, span, tallies);
  const pages = await readPages(deps, workspaceId, span.days, tails);
  const lines = [...pages].map(([pageId, line]) => ({
    pageId,
    totals: sumFigures(line),
    views: line.map(({ views }) => views),
  }));
  const overview = {
    from: span.from,
    to: span.to,
    zone,
    ...series,
    isRounded: reportFigures === "rounded",
    isCounting,
    pages: lines.sort((a, b) => b.totals.visitors - a.totals.visitors || b.totals.leads - a.totals.leads),
  };
  if (!overview.isRounded) return overview;
  return {
    ...roundSeries(overview),
    pages: overview.pages.map((line) => ({
      ...line,
      totals: roundFigures(line.totals),
      views: line.views.map(toTens),
    })),
  };
}
