import type { Deps } from "~/domain/deps";
import { deleteTableRows } from "~/domain/termination/table-rows-queries.server";
import { exportedTables } from "~db/data-map";

const ownFromStart = new Set(["workspaces", "memberships", "audit_entries", "audit_details", "sites"]);

/** Takes out of a workspace all that stands against putting an archive into it. */
export async function emptyWorkspace(deps: Deps, workspaceId: string): Promise<void> {
  for (const entry of exportedTables)
    if (!ownFromStart.has(entry.name)) await deleteTableRows(deps.db, entry, workspaceId, 100_000);
}
