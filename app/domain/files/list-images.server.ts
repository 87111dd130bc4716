import type { Deps } from "../deps";
import type { StoredFile } from "./file";
import { selectFiles, selectRecentFiles } from "./file-queries.server";

/** Files that forms may hand over, the newest first. */
export const listDownloads = (deps: Deps, workspaceId: string, limit = 200): Promise<StoredFile[]> =>
  selectRecentFiles(deps.db, workspaceId, "download", limit);

/** The newest pictures of a workspace, for the editor's picture chooser. */
export const listImages = (deps: Deps, workspaceId: string, limit = 100): Promise<StoredFile[]> =>
  selectRecentFiles(deps.db, workspaceId, "image", limit);

/** Files by id; those of other workspaces are left out. */
export const findFiles = (deps: Deps, workspaceId: string, ids: readonly string[]): Promise<StoredFile[]> =>
  selectFiles(deps.db, workspaceId, ids);
