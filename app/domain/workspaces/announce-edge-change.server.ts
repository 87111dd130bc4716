import type { Clock } from "~/lib/clock";
import type { Ids } from "~/lib/ids";
import type { Executor } from "~db/schema/executor";
import { insertEdgeChange } from "./edge-change-queries.server";

export type EdgeChangeKind = "publication" | "standing" | "host" | "site" | "campaign" | "third_party";

/** Tells the caches of every process, within a second, that something public changed. In the caller's transaction. */
export async function announceEdgeChange(
  deps: { clock: Clock; ids: Ids },
  tx: Executor,
  change: { kind: EdgeChangeKind; workspaceId: string; ref: string },
): Promise<void> {
  await insertEdgeChange(tx, {
    id: deps.ids.next(),
    kind: change.kind,
    workspace_id: change.workspaceId,
    ref: change.ref,
    at: deps.clock.now(),
  });
}
