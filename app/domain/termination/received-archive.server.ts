import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, rmdir, stat, statfs } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { mostInOneRequest } from "./archive-import";

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

/** The file, and the folder of the workspace when nothing else lies in it. */
export async function removeReceived(file: string): Promise<void> {
  await rm(file, { force: true });
  await rmdir(path.dirname(file)).catch(() => undefined);
}

export const removeAllReceived = (deps: Where, workspaceId: string): Promise<void> =>
  rm(folderOf(deps, workspaceId), { recursive: true, force: true });

const refusal = (kind: "invalid" | "unavailable", code: string, message: string) =>
  new DomainError(kind, code, message, { fields: { file: message } });

const tooLarge = (most: number) =>
  refusal(
    "invalid",
    "archive_too_large",
    `This archive is larger than ${most / 1_000_000} MB. The operator of this instance can import it by the command line. Nothing was imported.`,
  );

const noRoom = () =>
  refusal(
    "unavailable",
    "disk_full",
    "The disk of this server has no room for the archive. Nothing was imported; ask the operator to make room.",
  );

async function requireZip(file: string): Promise<void> {
  const head = Buffer.alloc(4);
  const opened = await open(file);
  try {
    await opened.read(head, 0, 4, 0);
  } finally {
    await opened.close();
  }
  if (head.toString("latin1") === "PK\x03\x04") return;
  const words = "This is no ZIP. Choose the file that an export of Foyer gave you. Nothing was imported.";
  throw refusal("invalid", "archive_missing", words);
}

/** Writes what comes to the disk, never holding more than a piece of it; how much came. */
async function write(file: string, body: AsyncIterable<Uint8Array>, { from = 0, most = 0 }): Promise<number> {
  let came = 0;
  async function* counted() {
    for await (const chunk of body) {
      came += chunk.length;
      if (from + came > most) throw tooLarge(most);
      yield chunk;
    }
  }
  const place = from > 0 ? { flags: "r+", start: from } : { flags: "w" };
  try {
    await pipeline(counted(), createWriteStream(file, { mode: 0o600, ...place }));
    if (from + came === 0)
      throw refusal("invalid", "archive_missing", "Choose the ZIP of an export. Nothing was imported.");
    if (from === 0) await requireZip(file);
  } catch (error) {
    const isFull = (error as { code?: string }).code === "ENOSPC";
    if (isFull || error instanceof DomainError) await removeReceived(file);
    throw isFull ? noRoom() : error;
  }
  return came;
}

async function makeFolder(deps: Where, workspaceId: string): Promise<string> {
  const folder = folderOf(deps, workspaceId);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** An archive that comes in one request. */
export async function receiveArchive(
  deps: Where,
  workspaceId: string,
  sent: { name: string; body: AsyncIterable<Uint8Array> },
): Promise<ReceivedArchive> {
  const folder = await makeFolder(deps, workspaceId);
  const file = path.join(folder, `${randomBytes(12).toString("hex")}.part`);
  const most = Math.min(mostInOneRequest, deps.config.archiveBytes);
  try {
    return { name: sent.name, size: await write(file, sent.body, { most }), file };
  } catch (error) {
    await removeReceived(file);
    throw error;
  }
}

/** A piece of an archive, and of which: told apart by who sends it and what their machine says of it. */
export interface ArchivePiece {
  name: string;
  size: number;
  modified: number;
  at: number;
  body: AsyncIterable<Uint8Array>;
}

/**
 * Pieces go behind one another into one file. What a broken connection left of one stays: the answer says from where to go on,
 * also to a browser that begins again.
 */
export async function receivePiece(
  deps: Where,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
  { name, size, modified, at, body }: ArchivePiece,
): Promise<{ at: number; received?: ReceivedArchive }> {
  if (size > deps.config.archiveBytes) throw tooLarge(deps.config.archiveBytes);
  const folder = await makeFolder(deps, workspaceId);
  const mark = createHash("sha256").update(JSON.stringify([accountId, name, size, modified]));
  const file = path.join(folder, `${mark.digest("hex").slice(0, 24)}.part`);
  const present = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (at !== present) {
    // Read to its end, so that the connection can carry the answer and the next piece.
    for await (const _unwanted of body);
    return { at: present };
  }
  if (present === 0) {
    const { bavail, bsize } = await statfs(folder);
    if (size > bavail * bsize) {
      await removeReceived(file);
      throw noRoom();
    }
  }
  const next = present + (await write(file, body, { from: present, most: size }));
  return next < size ? { at: next } : { at: next, received: { name, size, file } };
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

/** What an upload or import that was killed with its process, or was given up, left behind: files, and folders with nothing in them. */
export async function removeOldReceived(deps: Pick<Deps, "config" | "clock">): Promise<void> {
  const root = path.join(deps.config.data.folder, "imports");
  const before = deps.clock.now() - leftAfterMs;
  const isOld = async (file: string) =>
    ((await stat(file).catch(() => undefined))?.mtimeMs ?? before) < before;
  for (const workspaceId of await readdir(root).catch(() => [])) {
    const folder = path.join(root, workspaceId);
    const files = await readdir(folder).catch(() => []);
    if (files.length === 0 && (await isOld(folder))) await rmdir(folder).catch(() => undefined);
    for (const name of files.filter((each) => /\.(zip|part)$/.test(each))) {
      const file = path.join(folder, name);
      if (await isOld(file)) await removeReceived(file);
    }
  }
}
