import { createHash } from "node:crypto";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { contentTypeOf, type StoredFile, variantName } from "./file";
import { insertFile, selectFileBySha } from "./file-queries.server";
import type { FileStore } from "./file-store.server";
import { readImage } from "./read-image.server";
import { uploadName } from "./upload-kind";

type Input = { workspaceId: string; name: string; bytes: Buffer; alt?: string };

/** Takes a picture, keeps its renditions and nothing else; the same bytes again give the same file. */
export async function uploadImage(
  deps: Deps & { files: FileStore },
  actor: Actor,
  { workspaceId, name, bytes, alt = "" }: Input,
): Promise<StoredFile> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const known = await selectFileBySha(deps.db, workspaceId, "image", sha256);
  if (known) return known;
  const image = await readImage(bytes);
  const id = deps.ids.next();
  for (const rendition of image.renditions) {
    await deps.files.put(`${workspaceId}/${id}/${variantName(rendition)}`, rendition.bytes);
  }
  const file: StoredFile = {
    id,
    workspaceId,
    kind: "image",
    name: uploadName(name, "picture"),
    contentType: contentTypeOf[image.format],
    size: image.renditions.reduce((sum, { size }) => sum + size, 0),
    width: image.width,
    height: image.height,
    variants: image.renditions.map(({ bytes: _bytes, ...variant }) => variant),
    alt: alt.slice(0, 500),
    createdAt: deps.clock.now(),
  };
  await deps.transact(async (tx) => {
    await insertFile(tx, file, sha256);
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "file:upload",
      targetKind: "file",
      targetId: id,
      detail: { name: file.name, width: image.width, height: image.height },
    });
  });
  return file;
}
