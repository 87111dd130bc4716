import type { Db } from "~db/schema/executor";
import { countJobs } from "./job-queries.server";

/** How much work waits, and how much failed for good. */
export const findJobCounts = (deps: { db: Db }): Promise<{ ready: number; dead: number }> =>
  countJobs(deps.db);
