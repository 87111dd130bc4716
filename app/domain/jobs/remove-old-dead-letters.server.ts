import type { Clock } from "~/lib/clock";
import type { Db } from "~db/schema/executor";
import { removeDeadJobsBefore } from "./job-queries.server";

const keptMs = 30 * 86_400_000;

/** Forgets work that failed for good a month ago: what it names must not outlive its deletion. */
export const removeOldDeadLetters = async (deps: { db: Db; clock: Clock }): Promise<void> => {
  await removeDeadJobsBefore(deps.db, deps.clock.now() - keptMs);
};
