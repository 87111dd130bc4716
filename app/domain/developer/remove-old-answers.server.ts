import type { Deps } from "../deps";
import { removeAnswersBefore } from "./idempotency-queries.server";
import { keptMs } from "./remember-answer.server";

/** Forgets answers that no repeat can ask for any more. */
export const removeOldAnswers = async (deps: Pick<Deps, "db" | "clock">): Promise<void> => {
  await removeAnswersBefore(deps.db, deps.clock.now() - keptMs);
};
