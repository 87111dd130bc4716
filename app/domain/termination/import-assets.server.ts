import sharp from "sharp";
import type { Deps } from "../deps";
import { imageLimits } from "../files/file";
import type { FileStore } from "../files/file-store.server";
import { findFileElsewhere } from "./import-queries.server";
import { type Archive, refuseArchive } from "./open-archive.server";

const assetShape = /^assets\/([0-9A-Z]{26})\/(\d{1,5}\.(webp|jpg|png))$/;
const formatOf: Record<string, string> = { webp: "webp", jpg: "jpeg", png: "png" };

/** A picture is what its name says and can be decoded; anything else stops the import. */
async function requirePicture(name: string, extension: string, bytes: Buffer): Promise<void> {
  const meta = await sharp(bytes, { limitInputPixels: imageLimits.pixels })
    .metadata()
    .catch(() => undefined);
  if (meta?.format !== formatOf[extension]) {
    throw refuseArchive("archive_picture", `${name} is not the picture it says it is.`);
  }
}

/** Puts the pictures of an archive into the store; the number of pictures. */
export async function importAssets(
  deps: Pick<Deps, "db"> & { files: FileStore },
  archive: Archive,
  workspaceId: string,
): Promise<number> {
  let count = 0;
  for (const name of Object.keys(archive.manifest.files)) {
    const [, fileId = "", rendition = "", extension = ""] = assetShape.exec(name) ?? [];
    if (!fileId) continue;
    const bytes = await archive.bytes(name, imageLimits.bytes * 4);
    await requirePicture(name, extension, bytes);
    // Pictures are found by their id on hosts that name no workspace: an import never puts another one in its place.
    const elsewhere = await findFileElsewhere(deps.db, workspaceId, fileId);
    const known = elsewhere ? await deps.files.get(`${elsewhere}/${fileId}/${rendition}`) : bytes;
    if (!known?.equals(bytes)) {
      throw refuseArchive("archive_picture", `${name} has the id of another picture on this instance.`);
    }
    await deps.files.put(`${workspaceId}/${fileId}/${rendition}`, bytes);
    count += 1;
  }
  return count;
}
