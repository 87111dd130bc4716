import type { Clock } from "~/lib/clock";
import type { Log } from "~/lib/log.server";
import type { Db } from "~db/schema/executor";
import { backoffMs, type ClaimedJob, type JobKind, leaseMs } from "./job";
import { claimJobs, removeFinishedJob, renewLease, rescheduleJob } from "./job-queries.server";

/** The job may end: its process lost the lease and another one has it. */
export interface JobContext {
  job: ClaimedJob;
  /** Extends the lease; false when another process has taken over, and the work must stop. */
  renew(): Promise<boolean>;
}

export interface JobHandler {
  name: string;
  run(payload: unknown, context: JobContext): Promise<void>;
}

/** A failure that trying again cannot mend: straight to the dead-letter list. */
export class PermanentJobError extends Error {}

/** Joins a kind of job with the one call that does it. */
export function handleJob<Payload>(
  kind: JobKind<Payload>,
  run: (payload: Payload, context: JobContext) => Promise<void>,
): JobHandler {
  return { name: kind.name, run: (payload, context) => run(kind.payload.parse(payload), context) };
}

interface Dependencies {
  db: Db;
  clock: Clock;
  log: Log;
}

export interface JobRunner {
  /** Runs what is due once; the number of jobs run. */
  runDue(limit?: number): Promise<number>;
}

export function createJobRunner(
  deps: Dependencies,
  owner: string,
  handlers: readonly JobHandler[],
): JobRunner {
  const byName = new Map(handlers.map((handler) => [handler.name, handler]));

  async function runOne(job: ClaimedJob): Promise<void> {
    const handler = byName.get(job.name);
    const renew = () => renewLease(deps.db, job, deps.clock.now());
    const heartbeat = setInterval(() => void renew().catch(() => undefined), leaseMs / 3);
    try {
      if (!handler) throw new PermanentJobError(`No handler for ${job.name}`);
      await handler.run(job.payload, { job, renew });
      await removeFinishedJob(deps.db, job);
    } catch (error) {
      const attempts = job.attempts + 1;
      const dead = attempts >= job.maxAttempts || error instanceof PermanentJobError;
      deps.log[dead ? "error" : "warn"]({ job: job.name, id: job.id, attempts, err: error }, "job failed");
      await rescheduleJob(deps.db, job, {
        state: dead ? "dead" : "ready",
        runAt: deps.clock.now() + backoffMs(attempts),
        error: (error as Error).message,
        attempts,
      });
    } finally {
      clearInterval(heartbeat);
    }
  }

  return {
    async runDue(limit = 10) {
      const jobs = await claimJobs(deps.db, owner, deps.clock.now(), limit);
      await Promise.all(jobs.map(runOne));
      return jobs.length;
    },
  };
}
