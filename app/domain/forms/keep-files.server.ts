import { createHash } from "node:crypto";
import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { dropUpload, keepUpload } from "../files/keep-upload.server";
import type { CapturedFile } from "../leads/capture";
import type { CheckedFile } from "./check-files";

/** Puts the files of a submission where the lead's row will find them, before that row is written. */
export async function keepFiles(
  deps: Pick<Deps, "ids"> & { files: FileStore },
  workspaceId: string,
  files: readonly CheckedFile[],
): Promise<CapturedFile[]> {
  const kept: CapturedFile[] = [];
  for (const { bytes, ...file } of files) {
    const id = deps.ids.next();
    await keepUpload(deps, workspaceId, id, bytes);
    kept.push({ ...file, id, size: bytes.length });
  }
  return kept;
}

/** Nothing was stored that they belong to. */
export async function dropFiles(
  deps: { files: FileStore },
  workspaceId: string,
  files: readonly CapturedFile[],
): Promise<void> {
  for (const { id } of files) await dropUpload(deps, workspaceId, id);
}

/** The same names with other contents are another submission. */
export const contentsOf = (files: readonly CheckedFile[]): Record<string, string> =>
  Object.fromEntries(
    files.map(({ bytes, field }, index) => [
      `${field}\u0000${index}`,
      createHash("sha256").update(bytes).digest("hex"),
    ]),
  );
