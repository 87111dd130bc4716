import { defaultTheme } from "~builder/document/page-theme";
import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { selectShareWords } from "./publication-queries.server";
import { drawingVersion, renderShareImage } from "./render-share-image.server";

/**
 * The picture of a live version: drawn when first asked for, then kept beside the workspace's files until pictures are
 * drawn otherwise. Nothing of it needs a backup: it is drawn again from the version.
 */
export async function findShareImage(
  deps: Pick<Deps, "db" | "config"> & { files: FileStore },
  workspaceId: string,
  versionId: string,
): Promise<Buffer | undefined> {
  const folder = `${workspaceId}/${versionId}`;
  const key = `${folder}/share-${drawingVersion}.png`;
  const kept = await deps.files.get(key);
  if (kept) return kept;
  const words = await selectShareWords(deps.db, workspaceId, versionId);
  if (!words) return undefined;
  const { document, ...written } = words;
  const image = await renderShareImage(deps, { ...written, theme: document.theme ?? defaultTheme });
  // What was drawn earlier.
  await deps.files.deleteAll(folder);
  await deps.files.put(key, image);
  return image;
}
