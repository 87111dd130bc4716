import type { Deps } from "../deps";
import { getPageSummary } from "../pages/get-page.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { addFigures, type LiveReport, noFigures } from "./figures";
import { selectMinutes } from "./minute-queries.server";
import { sumFigures } from "./read-series.server";
import { readTail } from "./read-tail.server";
import { roundFigures } from "./round-report";

const minuteMs = 60_000;
const shown = 30;

/** The last thirty minutes of a page, minute by minute: a few rows, however many came. */
export async function getLiveReport(
  deps: Pick<Deps, "db" | "reader" | "clock">,
  workspaceId: string,
  pageId: string,
): Promise<LiveReport> {
  const { timeZone: zone, reportFigures } = await getWorkspace(deps.db, workspaceId);
  await getPageSummary(deps, workspaceId, pageId);
  const at = deps.clock.now();
  const first = at - (at % minuteMs) - (shown - 1) * minuteMs;
  const { tally } = await readTail(deps, workspaceId, pageId, zone);
  const counted = await selectMinutes(deps.reader, workspaceId, pageId, first);
  const isRounded = reportFigures === "rounded";
  const exact = Array.from({ length: shown }, (_, index) => {
    const start = first + index * minuteMs;
    const figures = addFigures(counted.get(start) ?? noFigures, tally.minutes.get(start) ?? noFigures);
    return { ...figures, start };
  });
  const totals = sumFigures(exact);
  const minutes = (isRounded ? exact.map(roundFigures) : exact).map(
    ({ start, views, visitors, leads, bots }) => ({ start, views, visitors, leads, bots }),
  );
  return { at, zone, minutes, totals: isRounded ? roundFigures(totals) : totals, isRounded };
}
