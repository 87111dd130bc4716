import type { Deps } from "../deps";
import { removeEdgeChangesBefore } from "./edge-change-queries.server";

const kept = 3_600_000;

/** Every process has long read what is an hour old. */
export const removeOldEdgeChanges = async (deps: Pick<Deps, "db" | "clock">): Promise<void> => {
  await removeEdgeChangesBefore(deps.db, deps.clock.now() - kept);
};
