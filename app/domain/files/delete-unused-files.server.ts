import type { Deps } from "../deps";
import { deleteFileRow, selectUnusedImages } from "./file-queries.server";
import type { FileStore } from "./file-store.server";

const graceMs = 30 * 24 * 3_600_000;

/** Removes files of pages that came 30 days ago or earlier and that nothing mentions; the number removed. */
export async function deleteUnusedFiles(deps: Deps & { files: FileStore }, limit = 200): Promise<number> {
  const unused = await selectUnusedImages(deps.db, deps.clock.now() - graceMs, limit);
  for (const { workspaceId, id } of unused) {
    await deleteFileRow(deps.db, workspaceId, id);
    await deps.files.deleteAll(`${workspaceId}/${id}`);
  }
  return unused.length;
}
