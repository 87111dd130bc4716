import type { Deps } from "../deps";
import { getPageSummary } from "../pages/get-page.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { addFigures, type LiveReport, noFigures } from "./figures";
import { selectMinutes } from "./minute-queries.server";
import { readTail } from "./read-tail.server";
import { groupStart, roundMinutes } from "./round-report";

const minuteMs = 60_000;

/** The last thirty minutes of a page, minute by minute: a few rows, however many came. */
export async function getLiveReport(
  deps: Pick<Deps, "db" | "reader" | "clock">,
  workspaceId: string,
  pageId: string,
): Promise<LiveReport> {
  const { timeZone: zone, reportFigures } = await getWorkspace(deps.db, workspaceId);
  await getPageSummary(deps, workspaceId, pageId);
  const at = deps.clock.now();
  const isRounded = reportFigures === "rounded";
  const minute = at - (at % minuteMs);
  const first = isRounded ? groupStart(minute - 20 * minuteMs) : minute - 29 * minuteMs;
  const { tally } = await readTail(deps, workspaceId, pageId, zone);
  const counted = await selectMinutes(deps.reader, workspaceId, pageId, first);
  const minutes = Array.from({ length: (minute - first) / minuteMs + 1 }, (_, index) => {
    const start = first + index * minuteMs;
    const figures = addFigures(counted.get(start) ?? noFigures, tally.minutes.get(start) ?? noFigures);
    return { ...figures, start };
  });
  const points = (isRounded ? roundMinutes(minutes) : minutes).map(
    ({ start, views, visitors, leads, bots }) => ({ start, views, visitors, leads, bots }),
  );
  return { at, zone, points, isRounded };
}
