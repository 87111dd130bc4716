import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { mostArchiveBytes } from "./archive-import";

/** An archive that a browser sent, on disk before anybody looks into it. */
export interface ReceivedArchive {
  name: string;
  size: number;
  file: string;
}

type Where = Pick<Deps, "config">;

const folderOf = ({ config }: Where, workspaceId: string) =>
  path.join(config.data.folder, "imports", workspaceId);

export const archivePath = (deps: Where, { workspaceId, id }: { workspaceId: string; id: string }): string =>
  path.join(folderOf(deps, workspaceId), `${id}.zip`);

export const removeReceived = (file: string): Promise<void> => rm(file, { force: true });

export const removeAllReceived = (deps: Where, workspaceId: string): Promise<void> =>
  rm(folderOf(deps, workspaceId), { recursive: true, force: true });

const refusal = (kind: "invalid" | "unavailable", code: string, message: string) =>
  new DomainError(kind, code, message, { fields: { file: message } });

/** Writes what comes to the disk of the instance, never holding more than a piece of it. */
export async function receiveArchive(
  deps: Where,
  workspaceId: string,
  sent: { name: string; body: AsyncIterable<Uint8Array> },
): Promise<ReceivedArchive> {
  const folder = folderOf(deps, workspaceId);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${randomBytes(12).toString("hex")}.part`);
  let size = 0;
  async function* counted() {
    for await (const chunk of sent.body) {
      size += chunk.length;
      if (size > mostArchiveBytes)
        throw refusal(
          "invalid",
          "archive_too_large",
          "This archive is larger than 1 GB. The operator of this instance can import it by the command line. Nothing was imported.",
        );
      yield chunk;
    }
  }
  try {
    await pipeline(counted(), createWriteStream(file, { mode: 0o600 }));
  } catch (error) {
    await removeReceived(file);
    if ((error as { code?: string }).code !== "ENOSPC") throw error;
    throw refusal(
      "unavailable",
      "disk_full",
      "The disk of this server has no room for the archive. Nothing was imported; ask the operator to make room.",
    );
  }
  return { name: sent.name, size, file };
}

/** From now on it belongs to the import of that id. */
export const keepReceived = (
  deps: Where,
  { file }: ReceivedArchive,
  at: { workspaceId: string; id: string },
): Promise<void> => rename(file, archivePath(deps, at));

export async function requireReceived(file: string): Promise<void> {
  if (await stat(file).catch(() => undefined)) return;
  throw refusal(
    "invalid",
    "archive_missing",
    "The archive that was sent is no longer on the server. Nothing was imported; send it again.",
  );
}

const leftAfterMs = 2 * 86_400_000;

/** Files whose upload or import was killed with its process and never went on. */
export async function removeOldReceived(deps: Pick<Deps, "config" | "clock">): Promise<void> {
  const root = path.join(deps.config.data.folder, "imports");
  const names = await readdir(root, { recursive: true }).catch(() => []);
  for (const name of names.filter((each) => /\.(zip|part)$/.test(each))) {
    const file = path.join(root, name);
    const found = await stat(file).catch(() => undefined);
    if (found && found.mtimeMs < deps.clock.now() - leftAfterMs) await removeReceived(file);
  }
}
