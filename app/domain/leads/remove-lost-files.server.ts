import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { dropUpload } from "../files/keep-upload.server";
import { listAllWorkspaces } from "../workspaces/list-workspaces.server";
import { deleteLeadFileRows, knownFileIds, listOrphanFileRows } from "./lead-file-queries.server";

const atOnce = 200;
/** Bytes are put before the submission is committed: younger ones may still wait for that. */
const settledMs = 3_600_000;

async function removeOf(deps: Deps & { files: FileStore }, workspaceId: string): Promise<number> {
  const orphans = (await listOrphanFileRows(deps.db, workspaceId, atOnce)).map(({ id }) => id);
  for (const id of orphans) await dropUpload(deps, workspaceId, id);
  await deleteLeadFileRows(deps.db, workspaceId, orphans);
  const lying = await deps.files.listUploads(workspaceId, deps.clock.now() - settledMs);
  let removed = orphans.length;
  for (let start = 0; start < lying.length; start += atOnce) {
    const some = lying.slice(start, start + atOnce);
    const known = await knownFileIds(deps.db, workspaceId, some);
    for (const id of some.filter((one) => !known.has(one))) {
      await dropUpload(deps, workspaceId, id);
      removed += 1;
    }
  }
  return removed;
}

/** Removes files of submissions that are gone or were never committed; the number removed. */
export async function removeLostFiles(deps: Deps & { files: FileStore }): Promise<number> {
  let removed = 0;
  for (let after = ""; ; ) {
    const workspaces = await listAllWorkspaces(deps, { after, limit: 200 });
    for (const { id } of workspaces) removed += await removeOf(deps, id);
    if (workspaces.length < 200) return removed;
    after = workspaces.at(-1)?.id ?? "";
  }
}
