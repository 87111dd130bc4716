import { createGroupCommit, type GroupCommit } from "~/lib/group-commit";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import type { Visit } from "./visit";
import { saveVisits } from "./visit-queries.server";
import { visitorKey } from "./visitor-key.server";
import { createDailySalt } from "./visitor-salt.server";

function merged(visits: readonly Visit[]): Visit[] {
  const byId = new Map<string, Visit>();
  for (const visit of visits) {
    const key = visit.workspaceId + visit.id;
    const known = byId.get(key);
    if (!known) byId.set(key, visit);
    else {
      byId.set(key, {
        ...known,
        durationMs: Math.max(known.durationMs, visit.durationMs),
        formStarted: known.formStarted || visit.formStarted,
      });
    }
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Stores a batch of visits. Known ones grow in length only. */
export const recordVisits = (tx: Executor, salt: string, visits: readonly Visit[]): Promise<void> =>
  saveVisits(
    tx,
    merged(visits).map((visit) => ({ visit, visitorKey: visitorKey(salt, visit.visitor) })),
  );

export type VisitSink = GroupCommit<Visit, true>;

/** Beacons that arrive together share one commit. */
export function createVisitSink(deps: Pick<Deps, "db" | "transact" | "clock" | "log" | "config">): VisitSink {
  const dailySalt = createDailySalt(deps);
  return createGroupCommit<Visit, true>({
    maxBatch: 512,
    maxPending: 8192,
    maxFlushes: deps.config.database.embedded ? 1 : 2,
    async flush(visits, onWritten) {
      const salt = await dailySalt.get();
      await deps.transact((tx) => recordVisits(tx, salt, visits), { isBatch: true, onWritten });
      return visits.map(() => true);
    },
  });
}
