import type { Deps } from "../deps";
import { selectFiles } from "./file-queries.server";
import type { FileStore } from "./file-store.server";
import { type FilmFormat, filmTypes } from "./film";
import { readFilm } from "./film-pieces.server";

export interface FoundFilm {
  contentType: string;
  size: number;
  /** The bytes from one place to another, both included. */
  read(range: { from: number; to: number }): AsyncGenerator<Buffer>;
}

/** A film of this workspace, or captions of one. */
export async function findFilm(
  deps: Pick<Deps, "db"> & { files: FileStore },
  workspaceId: string,
  { fileId, format }: { fileId: string; format: FilmFormat },
): Promise<FoundFilm | undefined> {
  const [file] = await selectFiles(deps.db, workspaceId, [fileId]);
  const kind = format === "vtt" ? "captions" : "film";
  const contentType = filmTypes[format];
  if (!file || file.kind !== kind || file.contentType !== contentType) return undefined;
  return { contentType, size: file.size, read: (range) => readFilm(deps, workspaceId, fileId, range) };
}
