import type { Deps } from "../deps";
import { contentTypeOf, type FileFormat, variantName } from "./file";
import { selectImageOwner } from "./file-queries.server";
import type { FileStore } from "./file-store.server";

export interface FoundImage {
  contentType: string;
  bytes: Buffer;
}

/** The workspace of a picture, for hosts that name none. */
export const findImageOwner = (deps: Deps, fileId: string): Promise<string | undefined> =>
  selectImageOwner(deps.db, fileId);

/** A rendition of a picture of this workspace. */
export async function findImage(
  deps: { files: FileStore },
  workspaceId: string,
  image: { fileId: string; width: number; format: FileFormat },
): Promise<FoundImage | undefined> {
  const bytes = await deps.files.get(`${workspaceId}/${image.fileId}/${variantName(image)}`);
  return bytes && { contentType: contentTypeOf[image.format], bytes };
}
