import type { Executor } from "~db/schema/executor";
import type { FileStore } from "../files/file-store.server";
import { dropUpload } from "../files/keep-upload.server";
import { deleteLeadFileRows, listLeadFileRows } from "./lead-file-queries.server";

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
