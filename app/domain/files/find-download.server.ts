import type { Executor } from "~db/schema/executor";
import type { StoredFile } from "./file";
import { selectFiles } from "./file-queries.server";

/** A file that forms hand over. */
export async function findDownload(
  db: Executor,
  workspaceId: string,
  fileId: string,
): Promise<StoredFile | undefined> {
  const [file] = await selectFiles(db, workspaceId, [fileId]);
  return file?.kind === "download" ? file : undefined;
}
