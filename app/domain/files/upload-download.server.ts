import { createHash } from "node:crypto";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { downloadContentType, downloadLimitBytes } from "./download-kind";
import type { StoredFile } from "./file";
import { insertFile, selectFileBySha } from "./file-queries.server";
import type { FileStore } from "./file-store.server";
import { keepDownload } from "./keep-upload.server";
import { uploadName } from "./upload-kind";

const refuse = (code: string, message: string) =>
  new DomainError("invalid", code, message, { fields: { file: message } });

/** Takes a file that forms hand over; the same bytes under the same name give the same file. */
export async function uploadDownload(
  deps: Deps & { files: FileStore },
  actor: Actor,
  { workspaceId, name: given, bytes }: { workspaceId: string; name: string; bytes: Buffer },
): Promise<StoredFile> {
  if (bytes.length > downloadLimitBytes) {
    throw refuse("download_too_large", "This file is larger than 50 MB. Make it smaller and try again.");
  }
  const name = uploadName(given);
  const contentType = downloadContentType(bytes, name);
  if (!contentType) {
    throw refuse(
      "download_unknown",
      "This kind of file is not offered here. Use PDF, a document, a picture, ZIP, EPUB, MP3 or MP4.",
    );
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const known = await selectFileBySha(deps.db, workspaceId, "download", sha256);
  if (known?.name === name) return known;
  const id = deps.ids.next();
  await keepDownload(deps, workspaceId, id, bytes);
  const file: StoredFile = {
    id,
    workspaceId,
    kind: "download",
    name,
    contentType,
    size: bytes.length,
    width: undefined,
    height: undefined,
    variants: [],
    alt: "",
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
      detail: { name, size: bytes.length },
    });
  });
  return file;
}
