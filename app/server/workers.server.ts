import { startDeliveryEngine } from "~/domain/campaigns/delivery-engine.server";
import { dispatchEvents } from "~/domain/events/dispatch-events.server";
import { claimRecurringSlot } from "~/domain/jobs/claim-recurring-slot.server";
import { createJobRunner } from "~/domain/jobs/job-runner.server";
import { jobHandlers } from "./job-handlers.server";
import { reactions } from "./reactions.server";
import { type RecurringWork, recurringWork } from "./recurring.server";
import type { ServerDeps } from "./server-deps";

export interface Workers {
  /** Stops taking work and waits for what is running. */
  stop(): Promise<void>;
}

/** Runs `work` again and again: at once while it finds something, after `idleMs` when it finds nothing. */
function loop(deps: ServerDeps, name: string, idleMs: number, work: () => Promise<number>): Workers {
  let stopped = false;
  let wake: () => void = () => undefined;
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const running = (async () => {
    while (!stopped) {
      let found = 0;
      try {
        found = await work();
      } catch (error) {
        deps.log.error({ err: error, worker: name }, "worker failed");
        await pause(1000);
      }
      if (!stopped && found === 0) await pause(idleMs);
    }
  })();
  return {
    stop() {
      stopped = true;
      wake();
      return running;
    },
  };
}

/** Runs a piece of recurring work when its next slot begins and no other process has it. */
function recurring(deps: ServerDeps, work: RecurringWork, mayWork: () => Promise<boolean>): Workers {
  let last = 0;
  return loop(deps, work.name, Math.min(work.everyMs, 1000), async () => {
    const now = deps.clock.now();
    const slot = Math.floor(now / work.everyMs) * work.everyMs;
    if (slot === last || !(await mayWork())) return 0;
    last = slot;
    // Second-wise work is guarded by a lease of its own: a row for each second would be waste.
    if (work.everyMs > 1000 && !(await claimRecurringSlot(deps.db, work.name, slot, now))) return 0;
    await work.run(deps);
    return 0;
  });
}

const greatestSkewMs = 2000;
const skewCheckMs = 60_000;

/** A process whose clock is far from the database's claims nothing: leases would mean nothing. */
function clockGuard(deps: ServerDeps, clockSkewMs: () => Promise<number>): () => Promise<boolean> {
  let checkedAt = 0;
  let agrees = true;
  return async () => {
    if (deps.clock.now() - checkedAt > skewCheckMs) {
      const skew = await clockSkewMs();
      agrees = skew <= greatestSkewMs;
      checkedAt = deps.clock.now();
      if (!agrees)
        deps.log.error({ skewMs: Math.round(skew) }, "clock differs from the database's; no work taken");
    }
    return agrees;
  };
}

export function startWorkers(deps: ServerDeps, clockSkewMs: () => Promise<number>): Workers {
  const runner = createJobRunner(deps, deps.processId, jobHandlers(deps));
  const eventReactions = reactions(deps);
  const clockAgrees = clockGuard(deps, clockSkewMs);
  const loops = [
    loop(deps, "jobs", 250, async () => ((await clockAgrees()) ? runner.runDue() : 0)),
    loop(deps, "events", 250, () => dispatchEvents(deps, eventReactions)),
    ...recurringWork.map((work) => recurring(deps, work, clockAgrees)),
    startDeliveryEngine(deps, { transport: deps.transport, gates: deps.gates, mayWork: clockAgrees }),
  ];
  return {
    async stop() {
      await Promise.all(loops.map((worker) => worker.stop()));
    },
  };
}
