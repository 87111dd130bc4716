import type { FileStore } from "../files/file-store.server";
import type { ImportRef } from "./lead-import";

const partBytes = 4 * 1024 * 1024;
const partKey = (workspaceId: string, importId: string, part: number) =>
  `${workspaceId}/${importId}/part-${String(part).padStart(6, "0")}`;

/** Keeps an uploaded file in parts, encrypted, so that neither storing nor reading holds it whole. Returns bytes and lines. */
export async function storeImportFile(
  files: FileStore,
  at: ImportRef,
  source: AsyncIterable<Uint8Array>,
  tooLarge: (bytes: number) => void,
): Promise<{ bytes: number; lines: number }> {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let bytes = 0;
  let lines = 0;
  let lastByte = 10;
  let part = 0;
  const flush = async () => {
    if (waitingBytes === 0) return;
    await files.put(partKey(at.workspaceId, at.importId, part), Buffer.concat(waiting));
    part += 1;
    waiting = [];
    waitingBytes = 0;
  };
  for await (const chunk of source) {
    bytes += chunk.length;
    tooLarge(bytes);
    for (const byte of chunk) if (byte === 10) lines += 1;
    lastByte = chunk.at(-1) ?? lastByte;
    waiting.push(chunk);
    waitingBytes += chunk.length;
    if (waitingBytes >= partBytes) await flush();
  }
  await flush();
  return { bytes, lines: lastByte === 10 ? lines : lines + 1 };
}

export async function* readImportFile(files: FileStore, at: ImportRef): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part += 1) {
    const bytes = await files.get(partKey(at.workspaceId, at.importId, part));
    if (!bytes) return;
    yield bytes;
  }
}

/** What was uploaded; rows that were left out stay for a while. */
export async function removeUploadedParts(files: FileStore, at: ImportRef): Promise<void> {
  for (let part = 0; ; part += 1) {
    const key = partKey(at.workspaceId, at.importId, part);
    if (!(await files.get(key))) return;
    await files.delete(key);
  }
}

export const removeImportFile = (files: FileStore, at: ImportRef) =>
  files.deleteAll(`${at.workspaceId}/${at.importId}`);
