import { foldText } from "~/lib/fold-text";
import type { Deps } from "../deps";
import { getWorkspace } from "../workspaces/find-workspace.server";
import type { LeadScan } from "./lead-scan-queries.server";
import { getSegment } from "./list-segments.server";
import { everybody, type IndexedRule, type SegmentFilter } from "./segment";

export interface LeadChoice {
  /** Words that must all occur; case and accents do not count. */
  q?: string;
  segmentId?: string | null;
  /** Instead of a saved segment. */
  filter?: SegmentFilter;
  /** Rules on top. */
  also?: readonly IndexedRule[];
  withAddress?: boolean;
  /** A removed segment counts too. */
  removed?: boolean;
}

const maxWords = 8;

/** What somebody chose, as the queries understand it. */
export async function readChoice(
  deps: Pick<Deps, "db" | "clock">,
  workspaceId: string,
  { q = "", segmentId, filter, also = [], withAddress = false, removed = false }: LeadChoice,
): Promise<LeadScan> {
  const { timeZone } = await getWorkspace(deps.db, workspaceId);
  const saved =
    segmentId && !filter ? (await getSegment(deps, workspaceId, segmentId, { removed })).filter : undefined;
  return {
    filter: filter ?? saved ?? everybody,
    also,
    words: foldText(q).split(" ").filter(Boolean).slice(0, maxWords),
    withAddress,
    calendar: { zone: timeZone, now: deps.clock.now() },
  };
}
