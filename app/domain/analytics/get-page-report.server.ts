import type { Deps } from "../deps";
import { getPageSummary } from "../pages/get-page.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { noFigures, type PageReport } from "./figures";
import { readSeries, sumFigures } from "./read-series.server";
import { readShares } from "./read-shares.server";
import { readSpan } from "./read-span.server";
import { readVariants } from "./read-variants.server";
import type { ReportSpan } from "./report-span";

/** What a page brought between two days of the workspace's zone. */
export async function getPageReport(
  deps: Pick<Deps, "db" | "reader" | "clock">,
  workspaceId: string,
  pageId: string,
  span: ReportSpan = {},
): Promise<PageReport> {
  const { timeZone: zone } = await getWorkspace(deps.db, workspaceId);
  const { from, to, unit, bounds, before } = readSpan(span, zone, deps.clock.now());
  await getPageSummary(deps, workspaceId, pageId);
  const figures = (await readSeries(deps, workspaceId, [pageId], bounds)).get(pageId) ?? [];
  const earlier = (await readSeries(deps, workspaceId, [pageId], before)).get(pageId) ?? [];
  const shares = await readShares(deps, workspaceId, pageId, {
    from: bounds[0] ?? 0,
    to: bounds.at(-1) ?? 0,
  });
  const variants = await readVariants(deps, workspaceId, pageId, {
    from: bounds[0] ?? 0,
    to: bounds.at(-1) ?? 0,
  });
  return {
    pageId,
    from,
    to,
    zone,
    unit,
    totals: sumFigures(figures),
    before: sumFigures(earlier),
    points: bounds.slice(0, -1).map((start, index) => ({ ...(figures[index] ?? noFigures), start })),
    ...shares,
    ...variants,
  };
}
