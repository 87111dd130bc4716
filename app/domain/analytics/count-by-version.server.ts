import { dayOf } from "~/lib/zoned-day";
import type { Deps } from "../deps";
import { getWorkspace } from "../workspaces/find-workspace.server";
import type { Span } from "./fact-queries.server";
import { readTail } from "./read-tail.server";
import { sumShares } from "./share-queries.server";

export interface VersionCount {
  visitors: number;
  conversions: number;
  leads: number;
}

const parts = ["version", "again"] as const;

/**
 * What versions of a page brought, by whole days: a version is public only from its publishing on. Who agreed to be
 * recognised counts once, all others once a day, each for the version of the day's first view alone. `whole` waits for
 * all conversions of a page that very many are on.
 */
export async function countByVersion(
  deps: Pick<Deps, "db" | "reader">,
  workspaceId: string,
  pageId: string,
  { whole, ...span }: Span & { whole?: boolean },
): Promise<{ counts: Map<string, VersionCount>; isComplete: boolean }> {
  const { timeZone: zone } = await getWorkspace(deps.db, workspaceId);
  // A day more on either side: days were named in the zone that the workspace had then.
  const [from, to] = [dayOf(span.from - 86_400_000, zone), dayOf(span.to + 86_400_000, zone)];
  const { tally, isCounting, isConverted } = await readTail(deps, workspaceId, pageId, zone, { whole });
  const fresh = tally
    .shares()
    .filter(({ day, part }) => day >= from && day <= to && parts.includes(part as never));
  const counts = new Map<string, VersionCount>();
  for (const share of [
    ...(await sumShares(deps.reader, workspaceId, pageId, parts, { from, to })),
    ...fresh,
  ]) {
    const count = counts.get(share.name) ?? { visitors: 0, conversions: 0, leads: 0 };
    counts.set(share.name, count);
    if (share.part === "again") count.visitors -= share.visitors;
    else {
      count.visitors += share.visitors;
      count.conversions += share.conversions;
      count.leads += share.leads;
    }
  }
  return { counts, isComplete: isConverted && !isCounting };
}
