import type { Clock } from "~/lib/clock";
import type { Db } from "~db/schema/executor";
import { removeOldSlots } from "../jobs/remove-old-slots.server";
import { removeOldReactions } from "./event-queries.server";

const keptMs = 7 * 86_400_000;

/** Forgets reactions and recurring slots that can no longer repeat. */
export async function removeOldQueueRows(deps: { db: Db; clock: Clock }): Promise<void> {
  const before = deps.clock.now() - keptMs;
  await removeOldReactions(deps.db, before);
  await removeOldSlots(deps, before);
}
