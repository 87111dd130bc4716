import type { Deps } from "../deps";
import { enqueueJob } from "../jobs/enqueue-job.server";
import { type MemberActor, requirePermission } from "../workspaces/authorise-member.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { type ArchiveImport, isUnderWay } from "./archive-import";
import { archiveImportJob } from "./archive-import-job";
import { findImportRow, findLatestImport, insertArchiveImport } from "./archive-import-queries.server";
import { refuseArchive } from "./open-archive.server";
import { archivePath, keepReceived, type ReceivedArchive, removeReceived } from "./received-archive.server";
import { requireEmpty } from "./require-empty.server";

/** Orders the import of an archive that was sent. What is in it is looked at by the job. */
export async function startArchiveImport(
  deps: Deps,
  actor: MemberActor,
  input: { workspaceId: string; received: ReceivedArchive; serve: boolean },
): Promise<ArchiveImport> {
  const { workspaceId, received, serve } = input;
  const at = { workspaceId, id: deps.ids.next() };
  try {
    requirePermission(actor, workspaceId, "workspace:manage");
    await keepReceived(deps, received, at);
    const made = await deps.transact(async (tx) => {
      const { standing } = await getWorkspace(tx, workspaceId);
      if (standing === "closing") throw refuseArchive("workspace_closing", "The workspace is closing.");
      const latest = await findLatestImport(tx, workspaceId);
      if (latest && isUnderWay(latest))
        throw refuseArchive("import_running", "Another import into this workspace runs.");
      await requireEmpty(tx, workspaceId);
      const name = received.name.slice(0, 200);
      const row = { ...at, name, serve, requestedBy: actor.accountId, createdAt: deps.clock.now() };
      await insertArchiveImport(tx, row);
      await enqueueJob(deps, tx, archiveImportJob, {
        workspaceId,
        payload: { workspaceId, importId: at.id },
        uniqueKey: at.id,
      });
      return findImportRow(tx, workspaceId, at.id);
    });
    if (!made) throw new Error("The import was not stored");
    return made;
  } catch (error) {
    await removeReceived(received.file);
    await removeReceived(archivePath(deps, at));
    throw error;
  }
}
