import { defaultTheme } from "~builder/document/page-theme";
import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { selectShareWords } from "./publication-queries.server";
import { renderShareImage } from "./render-share-image.server";

/**
 * The picture of a live version: drawn when first asked for, then kept beside the workspace's files. Nothing of it needs
 * a backup: it is drawn again from the version.
 */
export async function findShareImage(
  deps: Pick<Deps, "db" | "config"> & { files: FileStore },
  workspaceId: string,
  versionId: string,
): Promise<Buffer | undefined> {
  const key = `${workspaceId}/${versionId}/share.png`;
  const kept = await deps.files.get(key);
  if (kept) return kept;
  const words = await selectShareWords(deps.db, workspaceId, versionId);
  if (!words) return undefined;
  const { title, siteName, document } = words;
  const image = await renderShareImage(deps, { title, siteName, theme: document.theme ?? defaultTheme });
  await deps.files.put(key, image);
  return image;
}
