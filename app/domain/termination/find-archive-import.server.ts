import type { Deps } from "../deps";
import type { ArchiveImport } from "./archive-import";
import { findLatestImport } from "./archive-import-queries.server";
import { findContents } from "./require-empty.server";

/** The latest archive put into a workspace from its screen, and what stands against another one. */
export async function findArchiveImport(
  deps: Pick<Deps, "db">,
  workspaceId: string,
): Promise<{ latest: ArchiveImport | undefined; contents: string | undefined }> {
  return {
    latest: await findLatestImport(deps.db, workspaceId),
    contents: await findContents(deps.db, workspaceId),
  };
}
