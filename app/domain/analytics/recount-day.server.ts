import { addDays, dayOf, startOfDay } from "~/lib/zoned-day";
import type { Deps } from "../deps";
import { advanceProgress, insertDayVisitors, type PageProgress } from "./progress-queries.server";
import { countRecorded, utcDayOf } from "./read-facts.server";
import { replaceRollups } from "./rollup-queries.server";
import { replaceShares } from "./share-queries.server";
import { Tally } from "./tally";

/**
 * Counts one day of a page anew from what was recorded, as far as it is counted already, and puts that in place of
 * the old counts. Sealed: the whole day, for good.
 */
export async function recountDay(
  deps: Pick<Deps, "reader" | "transact">,
  workspaceId: string,
  progress: PageProgress,
  at: number,
  { keepLeads, isSealed = false }: { keepLeads: boolean; isSealed?: boolean },
): Promise<void> {
  const { pageId, zone, rolledUntil, grownUntil } = progress;
  const day = dayOf(at, zone);
  const from = startOfDay(day, zone);
  const end = startOfDay(addDays(day, 1), zone);
  const to = isSealed ? end : Math.min(end, rolledUntil);
  const grownTo = isSealed ? end : Math.min(end, grownUntil);
  const tally = new Tally(zone);
  const first = await countRecorded(deps, { workspaceId, pageId }, tally, { from, to, grownTo });
  // Keys of the day that goes on in UTC are known already where views were counted as they came.
  const lasting = first.filter((visitor) => visitor.day === utcDayOf(end));
  const uncounted = isSealed ? (rolledUntil < end ? lasting : []) : first;
  const change = isSealed
    ? {
        sealedUntil: end,
        rolledUntil: Math.max(rolledUntil, end),
        grownUntil: Math.max(grownUntil, end),
      }
    : {};
  await deps.transact(async (tx) => {
    if (!(await advanceProgress(tx, workspaceId, progress, change))) return;
    await replaceRollups(tx, workspaceId, pageId, { from, to: end }, tally.slots);
    await replaceShares(tx, workspaceId, pageId, day, tally.shares(), { keepLeads });
    await insertDayVisitors(tx, workspaceId, pageId, uncounted);
  });
}
