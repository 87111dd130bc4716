import type { Clock } from "~/lib/clock";
import type { Db } from "~db/schema/executor";
import { listDeadJobs, reviveJob } from "./job-queries.server";

export interface DeadJob {
  id: string;
  workspaceId: string;
  name: string;
  attempts: number;
  lastError: string;
  createdAt: number;
  failedAt: number;
}

/** Work that used up its tries, newest first. */
export async function listDeadLetters(deps: { db: Db }, limit = 100): Promise<DeadJob[]> {
  const rows = await listDeadJobs(deps.db, limit);
  return rows.map((row) => ({
    id: row.id,
    workspaceId: row.workspace_id,
    name: row.name,
    attempts: row.attempts,
    lastError: row.last_error,
    createdAt: row.created_at,
    failedAt: row.run_at,
  }));
}

/** Gives a failed job its tries again; false when it is no longer there. */
export async function reviveDeadLetter(deps: { db: Db; clock: Clock }, id: string): Promise<boolean> {
  const updated = await reviveJob(deps.db, id, deps.clock.now());
  return Number(updated.numUpdatedRows) > 0;
}
