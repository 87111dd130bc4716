import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { deleteWorkspace } from "./delete-workspace.server";
import { listDueTerminations } from "./termination-queries.server";

/** Deletes the workspaces whose grace is over; the number deleted. */
export async function deleteDueWorkspaces(deps: Deps & { files: FileStore }): Promise<number> {
  let deleted = 0;
  for (const termination of await listDueTerminations(deps.db, deps.clock.now(), 50)) {
    try {
      if (await deleteWorkspace(deps, termination)) deleted += 1;
    } catch (error) {
      deps.log.error({ err: error, workspaceId: termination.workspaceId }, "workspace could not be deleted");
    }
  }
  return deleted;
}
