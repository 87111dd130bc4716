import type { Deps } from "../deps";
import { listAllWorkspaces } from "../workspaces/list-workspaces.server";
import { slotOf } from "./figures";
import { findFirstUncounted, findRolledUntil, saveRolledUntil, saveRollups } from "./rollup-queries.server";
import { countSlots, listPageIds } from "./slot-queries.server";

const hour = 3_600_000;
/** A visit grows for four hours at most; then a slot stays as it is. */
const settledAfterMs = 5 * hour;
const spanMs = 24 * hour;
const pagesAtOnce = 200;

type NeededDeps = Pick<Deps, "db" | "reader" | "transact" | "clock">;

/** Counts the settled slots of every workspace. */
export async function rollUpVisits(deps: NeededDeps): Promise<void> {
  for (let after = ""; ; ) {
    const workspaces = await listAllWorkspaces(deps, { after, limit: 100 });
    for (const { id } of workspaces) await rollUpWorkspace(deps, id);
    const last = workspaces.at(-1);
    if (!last || workspaces.length < 100) return;
    after = last.id;
  }
}

/** Goes on from where the last run stopped, a day at a time. Interrupted, it starts again with the same slots. */
export async function rollUpWorkspace(deps: NeededDeps, workspaceId: string): Promise<void> {
  const until = slotOf(deps.clock.now() - settledAfterMs);
  const rolled = await findRolledUntil(deps.db, workspaceId);
  const first = rolled ?? (await findFirstUncounted(deps.reader, workspaceId));
  if (first === undefined) return;
  const pageIds = await listPageIds(deps.db, workspaceId);
  let from = slotOf(first);
  while (from < until) {
    const to = Math.min(from + spanMs, until);
    await recountSlots(deps, workspaceId, pageIds, { from, to });
    await deps.transact((tx) => saveRolledUntil(tx, workspaceId, to));
    from = to;
  }
}

/** Counts slots anew from what was recorded and puts them in place of the old counts. */
export async function recountSlots(
  deps: NeededDeps,
  workspaceId: string,
  pageIds: readonly string[],
  span: { from: number; to: number },
): Promise<void> {
  for (let at = 0; at < pageIds.length; at += pagesAtOnce) {
    const some = pageIds.slice(at, at + pagesAtOnce);
    const counts = await countSlots(deps.reader, workspaceId, some, span);
    if (counts.length > 0) await deps.transact((tx) => saveRollups(tx, workspaceId, counts));
  }
}
