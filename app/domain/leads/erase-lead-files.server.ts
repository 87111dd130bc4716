import type { Expression, SqlBool } from "kysely";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { dropUpload } from "../files/keep-upload.server";
import { deleteLeadFileRows, listLeadFileRows, listOldFileIds } from "./lead-file-queries.server";

const atOnce = 500;

/** After a lead was erased: the files that the person sent go, first the bytes, then the rows. Safe to run again. */
export async function eraseLeadFiles(
  deps: { files: FileStore },
  tx: Executor,
  { workspaceId, leadId }: { workspaceId: string; leadId: string },
): Promise<void> {
  if (!leadId) return;
  for (;;) {
    const files = await listLeadFileRows(tx, workspaceId, leadId, atOnce);
    for (const { id } of files) await dropUpload(deps, workspaceId, id);
    const ids = files.map(({ id }) => id);
    await deleteLeadFileRows(tx, workspaceId, ids);
    if (files.length < atOnce) return;
  }
}

/** Files that visitors sent before a moment go in the same way, of those that `only` lets go; the number removed. */
export async function removeOldFiles(
  deps: Pick<Deps, "db" | "transact"> & { files: FileStore },
  workspaceId: string,
  before: number,
  only: Expression<SqlBool>,
): Promise<number> {
  for (let total = 0, after = ""; ; ) {
    const ids = await listOldFileIds(deps.db, workspaceId, before, { after, limit: atOnce, only });
    for (const id of ids) await dropUpload(deps, workspaceId, id);
    await deps.transact((tx) => deleteLeadFileRows(tx, workspaceId, ids), { isBatch: true });
    total += ids.length;
    after = ids.at(-1) ?? after;
    if (ids.length < atOnce) return total;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
