import { createHash } from "node:crypto";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { cleanCaptions } from "./clean-captions";
import type { StoredFile } from "./file";
import { insertFile, selectFileBySha } from "./file-queries.server";
import type { FileStore } from "./file-store.server";
import { captionsLimitBytes, type FilmFormat, filmFormat, filmLimitBytes, filmPath, filmTypes } from "./film";
import { keepFilm } from "./film-pieces.server";
import { uploadName } from "./upload-kind";

type Input = { workspaceId: string; name: string; bytes: Buffer };
type FilmDeps = Deps & { files: FileStore };

export interface UploadedFilm {
  src: string;
  kind: "film" | "captions";
}

const refuse = (code: string, message: string) =>
  new DomainError("invalid", code, message, { fields: { file: message } });

/** What is kept of a file: a film as it is, captions without anything but their words. */
function readGiven(bytes: Buffer): { format: FilmFormat; kept: Buffer } {
  const format = filmFormat(bytes);
  if (format && bytes.length > filmLimitBytes)
    throw refuse(
      "film_too_large",
      "This film is larger than 40 MB. Make it shorter or smaller and try again.",
    );
  if (format) return { format, kept: bytes };
  const captions =
    bytes.length > captionsLimitBytes ? undefined : cleanCaptions(new TextDecoder().decode(bytes));
  if (captions) return { format: "vtt", kept: Buffer.from(captions) };
  throw refuse(
    "film_unknown",
    "This is neither a film that browsers play nor captions. Save a film as MP4 or WebM, captions as WebVTT (.vtt).",
  );
}

/** Keeps a film or its captions; the same bytes again give the same file. */
export async function uploadFilm(
  deps: FilmDeps,
  actor: Actor,
  { workspaceId, name, bytes }: Input,
): Promise<UploadedFilm> {
  const { format, kept } = readGiven(bytes);
  const kind = format === "vtt" ? "captions" : "film";
  const sha256 = createHash("sha256").update(kept).digest("hex");
  const known = await selectFileBySha(deps.db, workspaceId, kind, sha256);
  if (known) return { src: filmPath(known.id, format), kind };
  const id = deps.ids.next();
  await keepFilm(deps, workspaceId, id, kept);
  const file: StoredFile = {
    ...{ id, workspaceId, kind, name: uploadName(name), contentType: filmTypes[format] },
    ...{ size: kept.length, width: undefined, height: undefined, variants: [], alt: "" },
    createdAt: deps.clock.now(),
  };
  await deps.transact(async (tx) => {
    await insertFile(tx, file, sha256);
    await recordAudit(deps, tx, {
      ...{ workspaceId, actor, action: "file:upload", targetKind: "file", targetId: id },
      detail: { name: file.name, bytes: file.size },
    });
  });
  return { src: filmPath(id, format), kind };
}
