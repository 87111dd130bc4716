import type { Deps } from "../deps";
import { listAllWorkspaces } from "../workspaces/list-workspaces.server";
import { deleteHeldBefore } from "./submission-queries.server";

const keptMs = 30 * 86_400_000;

/** Deletes what nobody accepted within thirty days. */
export async function removeOldHeld(deps: Pick<Deps, "db" | "clock">): Promise<void> {
  for (let after = ""; ; ) {
    const workspaces = await listAllWorkspaces(deps, { after, limit: 200 });
    for (const { id } of workspaces) await deleteHeldBefore(deps.db, id, deps.clock.now() - keptMs);
    if (workspaces.length < 200) return;
    after = workspaces.at(-1)?.id ?? "";
  }
}
