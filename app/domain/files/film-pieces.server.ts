import type { FileStore } from "./file-store.server";

type FilmStore = { files: FileStore };

/** Small enough that many people can watch at once from little memory. */
const pieceBytes = 1024 * 1024;

const keyOf = (workspaceId: string, fileId: string, piece: number): string =>
  `${workspaceId}/${fileId}/film-${String(piece).padStart(3, "0")}`;

/** Keeps a film or its captions in pieces, so that any part of it can be read without the rest. */
export async function keepFilm(
  deps: FilmStore,
  workspaceId: string,
  fileId: string,
  bytes: Buffer,
): Promise<void> {
  for (let from = 0; from < bytes.length; from += pieceBytes)
    await deps.files.put(
      keyOf(workspaceId, fileId, from / pieceBytes),
      bytes.subarray(from, from + pieceBytes),
    );
}

/** The bytes from one place to another, both included. */
export async function* readFilm(
  deps: FilmStore,
  workspaceId: string,
  fileId: string,
  { from, to }: { from: number; to: number },
): AsyncGenerator<Buffer> {
  for (let piece = Math.floor(from / pieceBytes); piece * pieceBytes <= to; piece += 1) {
    const bytes = await deps.files.get(keyOf(workspaceId, fileId, piece));
    if (!bytes) throw new Error(`A piece of the film ${fileId} is missing`);
    const start = piece * pieceBytes;
    yield bytes.subarray(Math.max(0, from - start), to - start + 1);
  }
}

/** All of it at once; undefined when it is not there. */
export async function readWholeFilm(
  deps: FilmStore,
  workspaceId: string,
  file: { id: string; size: number },
): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  for (let piece = 0; piece * pieceBytes < file.size; piece += 1) {
    const bytes = await deps.files.get(keyOf(workspaceId, file.id, piece));
    if (!bytes) return undefined;
    pieces.push(bytes);
  }
  return pieces.length > 0 ? Buffer.concat(pieces) : undefined;
}
