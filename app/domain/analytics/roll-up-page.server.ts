import { addDays, dayOf, startOfDay } from "~/lib/zoned-day";
import type { Deps } from "../deps";
import { findFirstRecorded } from "./fact-queries.server";
import { slotMs, slotOf } from "./figures";
import { findStretchEnd, hasViews, insertFirstViews, selectViewGroups } from "./fresh-view-queries.server";
import { addMinutes, deleteMinutesBefore } from "./minute-queries.server";
import {
  advanceProgress,
  insertProgress,
  type PageProgress,
  selectProgress,
} from "./progress-queries.server";
import { addConversions, nextLeads, nextVisits } from "./read-facts.server";
import { recountDay } from "./recount-day.server";
import { addRollups, findFirstRollup } from "./rollup-queries.server";
import { addShareRows } from "./share-queries.server";
import { Tally } from "./tally";

export type RollUpDeps = Pick<Deps, "db" | "reader" | "transact" | "clock" | "config">;

const hourMs = 3_600_000;
/** Commits under way are waited for; where there are several processes their clocks differ by up to two seconds. */
const lagMs = ({ config }: RollUpDeps) => (config.database.embedded ? 1500 : 5000);
/** A visit grows for four hours at most; then its day stays as it is. */
const settledAfterMs = 4.25 * hourMs;
const inBatch = { isBatch: true };
/** Batches of views wait while a stretch is added up: some ten milliseconds. */
const viewsAtOnce = 500;

/**
 * Counts what came in for a page since the last time; whole days that are over are counted once more, for good.
 * After each bounded step it waits for `rest`, which is told how many milliseconds the step took.
 */
export async function rollUpPage(
  deps: RollUpDeps,
  workspaceId: string,
  pageId: string,
  zone: string,
  rest: (tookMs: number) => Promise<void> = async () => undefined,
): Promise<void> {
  for (;;) {
    const began = performance.now();
    const progress = await openProgress(deps, workspaceId, pageId, zone);
    if (!progress) return;
    if (progress.zone !== zone) await moveToZone(deps, workspaceId, progress, zone);
    else if (!(await goOn(deps, workspaceId, progress))) return;
    await rest(performance.now() - began);
  }
}

const startAfter = (at: number, zone: string): number => startOfDay(addDays(dayOf(at, zone), 1), zone);

/** Where counting begins: with the first day of which everything that was recorded is still there. */
async function findStart(
  deps: RollUpDeps,
  workspaceId: string,
  pageId: string,
  zone: string,
): Promise<number | undefined> {
  const recorded = await findFirstRecorded(deps.reader, workspaceId, [{ pageId, from: 0 }]);
  const first = recorded.get(pageId);
  if (first === undefined) return undefined;
  const counted = await findFirstRollup(deps.reader, workspaceId, pageId);
  return counted !== undefined && counted < slotOf(first)
    ? startAfter(first, zone)
    : startOfDay(dayOf(first, zone), zone);
}

async function openProgress(
  deps: RollUpDeps,
  workspaceId: string,
  pageId: string,
  zone: string,
): Promise<PageProgress | undefined> {
  const known = (await selectProgress(deps.db, workspaceId, [pageId])).get(pageId);
  if (known) return known;
  const start = await findStart(deps, workspaceId, pageId, zone);
  if (start === undefined) return undefined;
  const until = { rolledUntil: start, grownUntil: start, sealedUntil: start };
  await insertProgress(deps.db, workspaceId, { pageId, zone, epoch: 0, ...until });
  return (await selectProgress(deps.db, workspaceId, [pageId])).get(pageId);
}

/** Counts the day anew in which views were stored too late to be counted with the others. */
export async function countLateVisits(
  deps: RollUpDeps,
  workspaceId: string,
  pageId: string,
  at: number,
): Promise<void> {
  const progress = (await selectProgress(deps.db, workspaceId, [pageId])).get(pageId);
  if (!progress || at >= progress.rolledUntil) return;
  await recountDay(deps, workspaceId, progress, at, { keepLeads: true });
}

/** Days begin elsewhere now: those whose views are still there are counted anew, the others stay. */
async function moveToZone(deps: RollUpDeps, workspaceId: string, progress: PageProgress, zone: string) {
  const start = await findStart(deps, workspaceId, progress.pageId, zone);
  const sealedUntil = Math.min(
    start ?? progress.rolledUntil,
    startOfDay(dayOf(progress.rolledUntil, zone), zone),
  );
  if (!(await advanceProgress(deps.db, workspaceId, progress, { zone, sealedUntil }))) return;
  for (let day = sealedUntil; day < progress.rolledUntil; day = startAfter(day, zone)) {
    const current = (await selectProgress(deps.db, workspaceId, [progress.pageId])).get(progress.pageId);
    const isSealed = startAfter(day, zone) + settledAfterMs <= deps.clock.now();
    if (current) await recountDay(deps, workspaceId, current, day, { keepLeads: false, isSealed });
  }
}

/** One bounded step; false when nothing is left to do now. */
async function goOn(deps: RollUpDeps, workspaceId: string, progress: PageProgress): Promise<boolean> {
  const now = deps.clock.now();
  const { pageId, zone, sealedUntil } = progress;
  const dayEnd = startAfter(sealedUntil, zone);
  if (dayEnd + settledAfterMs <= now) {
    const next = await findFirstRecorded(deps.reader, workspaceId, [{ pageId, from: sealedUntil }]);
    const first = next.get(pageId);
    if (first === undefined) return false;
    if (first < dayEnd) {
      await recountDay(deps, workspaceId, progress, sealedUntil, { keepLeads: true, isSealed: true });
    } else {
      const start = startOfDay(dayOf(first, zone), zone);
      await advanceProgress(deps.db, workspaceId, progress, {
        sealedUntil: start,
        rolledUntil: Math.max(progress.rolledUntil, start),
        grownUntil: Math.max(progress.grownUntil, start),
      });
    }
    return true;
  }
  return (
    (await addNew(deps, workspaceId, progress, now)) || (await addGrown(deps, workspaceId, progress, now))
  );
}

/** Adds views and leads that are new. The database adds the views up: there are many, and most have much in common. */
async function addNew(
  deps: RollUpDeps,
  workspaceId: string,
  progress: PageProgress,
  now: number,
): Promise<boolean> {
  const { pageId, zone, rolledUntil } = progress;
  const page = { workspaceId, pageId };
  const to = now - lagMs(deps);
  if (rolledUntil >= to) return false;
  const stretchEnd = await findStretchEnd(deps.reader, page, { from: rolledUntil, to }, viewsAtOnce);
  const { facts: leads, until } = await nextLeads(deps.reader, page, { from: rolledUntil, to: stretchEnd });
  const span = { from: rolledUntil, to: until };
  if (leads.length === 0 && until === to && !(await hasViews(deps.reader, page, span))) return false;
  await deps.transact(async (tx) => {
    if (!(await advanceProgress(tx, workspaceId, progress, { rolledUntil: until }))) return;
    const tally = new Tally(zone);
    for (const lead of leads) tally.addLead(lead);
    // Asked one after the other, at once: each way to the database and back would keep batches of views waiting.
    const [, groups] = await Promise.all([
      insertFirstViews(tx, page, span),
      selectViewGroups(tx, page, span),
    ]);
    for (const group of groups) tally.addGroup(group);
    const minutes = [...tally.minutes].filter(([minute]) => minute > now - hourMs);
    await addRollups(tx, workspaceId, pageId, tally.slots);
    await addShareRows(tx, workspaceId, pageId, tally.shares());
    await addMinutes(tx, workspaceId, pageId, minutes);
  }, inBatch);
  return true;
}

/** Adds how long views of finished quarters lasted so far, and who became a lead in them. */
async function addGrown(
  deps: RollUpDeps,
  workspaceId: string,
  progress: PageProgress,
  now: number,
): Promise<boolean> {
  const { pageId, zone, grownUntil } = progress;
  const page = { workspaceId, pageId };
  const span = { from: grownUntil, to: slotOf(now - slotMs) };
  if (span.from >= span.to) return false;
  const { facts, until } = await nextVisits(deps.reader, page, { ...span, grown: true });
  const tally = new Tally(zone);
  for (const fact of facts) tally.addGrowth(fact);
  await addConversions(deps.reader, page, tally, { from: grownUntil, to: until });
  await deps.transact(async (tx) => {
    // Nothing new was found before `now`, so that views are counted as far as this too.
    const rolledUntil = Math.max(progress.rolledUntil, until);
    if (!(await advanceProgress(tx, workspaceId, progress, { grownUntil: until, rolledUntil }))) return;
    await addRollups(tx, workspaceId, pageId, tally.slots);
    await addShareRows(tx, workspaceId, pageId, tally.shares());
    await deleteMinutesBefore(tx, workspaceId, pageId, now - hourMs);
  }, inBatch);
  return true;
}
