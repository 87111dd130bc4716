import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { insertClicks } from "./open-queries.server";
import { type SeenMessage, withoutRefused } from "./record-opens.server";

export interface SeenClick extends SeenMessage {
  link: number;
}

/** Stores clicks of one workspace in the caller's transaction; answers those that were stored. */
export async function recordClicks<T extends SeenClick>(
  deps: Pick<Deps, "ids">,
  tx: Executor,
  workspaceId: string,
  seen: readonly T[],
): Promise<T[]> {
  const kept = await withoutRefused(tx, workspaceId, seen);
  await insertClicks(
    tx,
    kept.map((one) => ({ workspaceId, id: deps.ids.next(), ...one })),
  );
  return kept;
}
