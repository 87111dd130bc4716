import type { Clock } from "~/lib/clock";
import type { Ids } from "~/lib/ids";
import type { Executor } from "~db/schema/executor";
import type { JobKind } from "./job";
import { insertJob } from "./job-queries.server";

/**
 * Queues work in the caller's transaction. `uniqueKey` makes a second request for the same waiting work a no-op.
 * Returns false when that work is queued already.
 */
export function enqueueJob<Payload>(
  deps: { clock: Clock; ids: Ids },
  tx: Executor,
  kind: JobKind<Payload>,
  input: { workspaceId: string; payload: Payload; uniqueKey?: string; runAt?: number },
): Promise<boolean> {
  const now = deps.clock.now();
  return insertJob(tx, {
    id: deps.ids.next(),
    workspaceId: input.workspaceId,
    name: kind.name,
    payload: JSON.stringify(kind.payload.parse(input.payload)),
    uniqueKey: input.uniqueKey ? `${kind.name}:${input.uniqueKey}` : "",
    runAt: input.runAt ?? now,
    maxAttempts: kind.maxAttempts,
    now,
  });
}
