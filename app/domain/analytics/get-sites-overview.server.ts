import { addDays, dayOf } from "~/lib/zoned-day";
import type { Deps } from "../deps";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { addFigures, noFigures, type PageLine, type Report } from "./figures";
import { readSeries, sumFigures } from "./read-series.server";
import { readSpan } from "./read-span.server";
import type { ReportSpan } from "./report-span";
import { listPageIds } from "./slot-queries.server";

export interface SitesOverview extends Report {
  /** Pages with anything to tell, most visitors first. */
  pages: PageLine[];
}

/** What all pages of a workspace brought. */
export async function getSitesOverview(
  deps: Pick<Deps, "db" | "reader" | "clock">,
  workspaceId: string,
  span: ReportSpan = {},
): Promise<SitesOverview> {
  const { timeZone: zone } = await getWorkspace(deps.db, workspaceId);
  const { from, to, unit, bounds, before } = readSpan(span, zone, deps.clock.now());
  const pageIds = await listPageIds(deps.reader, workspaceId);
  const series = await readSeries(deps, workspaceId, pageIds, bounds);
  const earlier = await readSeries(deps, workspaceId, pageIds, before);
  const lines = [...series].map(([pageId, figures]) => ({
    pageId,
    totals: sumFigures(figures),
    views: figures.map((point) => point.views),
  }));
  const points = bounds.slice(0, -1).map((start, index) => ({
    ...[...series.values()].reduce((sum, figures) => addFigures(sum, figures[index] ?? noFigures), noFigures),
    start,
  }));
  return {
    from,
    to,
    zone,
    unit,
    totals: sumFigures(points),
    before: sumFigures([...earlier.values()].flat()),
    points,
    pages: lines.sort((a, b) => b.totals.visitors - a.totals.visitors || b.totals.leads - a.totals.leads),
  };
}

/** Views of each of the last days, for a line the size of a word. Pages without views are left out. */
export async function listSparklines(
  deps: Pick<Deps, "db" | "reader" | "clock">,
  workspaceId: string,
  pageIds: readonly string[],
  days = 14,
): Promise<Map<string, number[]>> {
  const { timeZone: zone } = await getWorkspace(deps.db, workspaceId);
  const to = dayOf(deps.clock.now(), zone);
  const span = readSpan({ from: addDays(to, 1 - Math.max(3, days)), to }, zone, deps.clock.now());
  const series = await readSeries(deps, workspaceId, pageIds, span.bounds);
  return new Map([...series].map(([pageId, figures]) => [pageId, figures.map((point) => point.views)]));
}
