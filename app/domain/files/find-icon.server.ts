import sharp from "sharp";
import type { Deps } from "../deps";
import { imageLimits, variantName } from "./file";
import type { FileStore } from "./file-store.server";
import { findFiles } from "./list-images.server";

export const iconSizes = [32, 180, 512] as const;
export type IconSize = (typeof iconSizes)[number];

/** A square PNG of a picture, made when it is first asked for and kept beside its renditions. */
export async function findIcon(
  deps: Deps & { files: FileStore },
  { workspaceId, fileId, size }: { workspaceId: string; fileId: string; size: IconSize },
): Promise<Buffer | undefined> {
  const key = `${workspaceId}/${fileId}/icon-${size}.png`;
  const known = await deps.files.get(key);
  if (known) return known;
  const [file] = await findFiles(deps, workspaceId, [fileId]);
  const largest = file?.variants.at(-1);
  const bytes = largest && (await deps.files.get(`${workspaceId}/${fileId}/${variantName(largest)}`));
  if (!bytes) return undefined;
  const icon = await sharp(bytes, { limitInputPixels: imageLimits.pixels })
    .resize(size, size, { fit: "contain", background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png({ compressionLevel: 9, palette: size > 100 })
    .toBuffer();
  await deps.files.put(key, icon);
  return icon;
}
