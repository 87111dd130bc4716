import { createHash } from "node:crypto";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { contentTypeOf, type FontFormat, filePath, type StoredFile } from "./file";
import { insertFile, selectFileBySha } from "./file-queries.server";
import type { FileStore } from "./file-store.server";
import { fontFormat, fontLimitBytes } from "./font-kind";
import { uploadName } from "./upload-kind";

const formatOf = (file: StoredFile): FontFormat =>
  file.contentType === contentTypeOf.woff ? "woff" : "woff2";

/** Keeps a font that pages name in their styles; its public address. The same bytes again give the same file. */
export async function uploadFont(
  deps: Deps & { files: FileStore },
  actor: Actor,
  { workspaceId, name, bytes }: { workspaceId: string; name: string; bytes: Buffer },
): Promise<string> {
  const format = fontFormat(bytes);
  if (!format) {
    throw new DomainError("invalid", "font_unknown", "Only WOFF2 and WOFF fonts are kept. Convert it first.");
  }
  if (bytes.length > fontLimitBytes) {
    throw new DomainError("invalid", "font_too_large", "This font is larger than 2 MB.");
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const known = await selectFileBySha(deps.db, workspaceId, "font", sha256);
  if (known) return filePath(known.id, { width: 0, format: formatOf(known) });
  const id = deps.ids.next();
  const address = filePath(id, { width: 0, format });
  await deps.files.put(`${workspaceId}/${id}/0.${format}`, bytes);
  const file: StoredFile = {
    id,
    workspaceId,
    kind: "font",
    name: uploadName(name, "font"),
    contentType: contentTypeOf[format],
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
      detail: { name: file.name, bytes: bytes.length },
    });
  });
  return address;
}
