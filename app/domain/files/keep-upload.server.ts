import type { FileStore } from "./file-store.server";

const keyOf = (workspaceId: string, fileId: string, kind: "upload" | "download") =>
  `${workspaceId}/${fileId}/${kind}`;

/** Bytes that a visitor sent; durable when it resolves. Who it belongs to is known to the context leads. */
export const keepUpload = (
  deps: { files: FileStore },
  workspaceId: string,
  fileId: string,
  bytes: Buffer,
): Promise<void> => deps.files.put(keyOf(workspaceId, fileId, "upload"), bytes);

export const readUpload = (
  deps: { files: FileStore },
  workspaceId: string,
  fileId: string,
): Promise<Buffer | undefined> => deps.files.get(keyOf(workspaceId, fileId, "upload"));

export const dropUpload = (deps: { files: FileStore }, workspaceId: string, fileId: string): Promise<void> =>
  deps.files.deleteAll(`${workspaceId}/${fileId}`);

/** Bytes of a file that the customer offers for download. */
export const keepDownload = (
  deps: { files: FileStore },
  workspaceId: string,
  fileId: string,
  bytes: Buffer,
): Promise<void> => deps.files.put(keyOf(workspaceId, fileId, "download"), bytes);

export const readDownload = (
  deps: { files: FileStore },
  workspaceId: string,
  fileId: string,
): Promise<Buffer | undefined> => deps.files.get(keyOf(workspaceId, fileId, "download"));
