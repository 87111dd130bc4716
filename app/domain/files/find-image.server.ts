import type { Deps } from "../deps";
import { contentTypeOf, type FileFormat, type ImageFormat, type StoredFile, variantName } from "./file";
import { selectFiles, selectImageOwner } from "./file-queries.server";
import type { FileStore } from "./file-store.server";
import { isOffered, renditionsOf } from "./make-renditions.server";

export interface FoundImage {
  contentType: string;
  bytes: Buffer;
  /** Stands in until the one that was asked for has been made. */
  isStandIn?: boolean;
}

type Asked = { fileId: string; width: number; format: FileFormat };

/** The workspace of a picture, for hosts that name none. */
export const findImageOwner = (deps: Deps, fileId: string): Promise<string | undefined> =>
  selectImageOwner(deps.db, fileId);

/** Kept renditions that a browser which asked for this format can read, the best first. */
function standIns({ variants }: StoredFile, width: number, format: ImageFormat) {
  const isModern = format === "avif" || format === "webp";
  return variants
    .filter((variant) => (variant.format === "webp") === isModern)
    .sort(
      (a, b) =>
        Number(a.width < width) - Number(b.width < width) ||
        Math.abs(a.width - width) - Math.abs(b.width - width),
    );
}

/** A rendition of a picture of this workspace; while it is being made, the nearest one that is there. */
export async function findImage(
  deps: Pick<Deps, "db"> & { files: FileStore },
  workspaceId: string,
  image: Asked,
): Promise<FoundImage | undefined> {
  const { fileId, width, format } = image;
  const folder = `${workspaceId}/${fileId}`;
  const bytes = await deps.files.get(`${folder}/${variantName(image)}`);
  if (bytes) return { contentType: contentTypeOf[format], bytes };
  if (format === "woff" || format === "woff2") return undefined;
  const [file] = await selectFiles(deps.db, workspaceId, [fileId]);
  if (!file || !isOffered(file, { width, format })) return undefined;
  renditionsOf(deps.files).order(file, { width, format });
  for (const variant of standIns(file, width, format)) {
    const kept = await deps.files.get(`${folder}/${variantName(variant)}`);
    if (kept) return { contentType: contentTypeOf[variant.format], bytes: kept, isStandIn: true };
  }
  return undefined;
}
