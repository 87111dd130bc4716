import type { Deps } from "../deps";
import { listAllWorkspaces } from "../workspaces/list-workspaces.server";
import { deleteHeldRows, listHeldIdsBefore } from "./submission-queries.server";

const keptMs = 30 * 86_400_000;
const atOnce = 500;

type NeededDeps = Pick<Deps, "db" | "transact" | "clock">;

async function removeBefore(deps: NeededDeps, workspaceId: string, before: number): Promise<void> {
  for (;;) {
    const ids = await listHeldIdsBefore(deps.db, workspaceId, before, atOnce);
    if (ids.length > 0) await deps.transact((tx) => deleteHeldRows(tx, workspaceId, ids), { isBatch: true });
    if (ids.length < atOnce) return;
  }
}

/** Deletes what nobody accepted within thirty days. */
export async function removeOldHeld(deps: NeededDeps): Promise<void> {
  for (let after = ""; ; ) {
    const workspaces = await listAllWorkspaces(deps, { after, limit: 200 });
    for (const { id } of workspaces) await removeBefore(deps, id, deps.clock.now() - keptMs);
    if (workspaces.length < 200) return;
    after = workspaces.at(-1)?.id ?? "";
  }
}
