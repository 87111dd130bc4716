import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { exportedTables } from "~db/data-map";
import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { archiveFormat, archiveVersion, leftOut, type Manifest, notSwitchedOn } from "./archive-format";
import { archiveReadme } from "./archive-readme";
import type { FileFacts } from "./hashed-file.server";
import { type StagedFile, stageArchive } from "./stage-archive.server";
import { countTableRows } from "./table-rows-queries.server";

export interface ArchiveProgress {
  rowsDone: number;
  rowsTotal: number;
}

type ArchiveDeps = Pick<Deps, "db" | "reader" | "ids" | "clock" | "keys"> & { files: FileStore };

async function zip(
  target: string,
  time: Date,
  staged: { folder: string; names: Iterable<string> },
  inline: Record<string, string>,
): Promise<FileFacts> {
  const archive = new ZipFile();
  const options = { mtime: time, mode: 0o100600, compressionLevel: 5 };
  for (const [name, text] of Object.entries(inline)) archive.addBuffer(Buffer.from(text), name, options);
  for (const name of staged.names) archive.addFile(path.join(staged.folder, name), name, options);
  archive.end();
  const hash = createHash("sha256");
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(archive.outputStream, measure, createWriteStream(target, { mode: 0o600, flush: true }));
  return { sha256: hash.digest("hex"), size };
}

/**
 * Writes the whole workspace into one ZIP at `target`, in pages by key and without a long transaction.
 * `onProgress` is told after each page and may reject to stop the work.
 */
export async function writeArchive(
  deps: ArchiveDeps,
  input: { workspaceId: string; target: string; onProgress?: (progress: ArchiveProgress) => Promise<void> },
): Promise<FileFacts & ArchiveProgress> {
  const { workspaceId, target, onProgress } = input;
  const workspace = await getWorkspace(deps.db, workspaceId);
  const [key = "", ...others] = (await deps.keys.everyOfWorkspace(deps.db, workspaceId, "suppression")).map(
    ({ secret }) => secret.toString("base64"),
  );
  let rowsTotal = 0;
  for (const entry of exportedTables) rowsTotal += await countTableRows(deps.reader, entry, workspaceId);
  let rowsDone = 0;
  const folder = `${target}.staging`;
  const files = new Map<string, StagedFile>();
  const time = new Date(deps.clock.now());
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await stageArchive(deps, {
      folder,
      workspaceId,
      files,
      async onRows(count) {
        rowsDone += count;
        await onProgress?.({ rowsDone, rowsTotal: Math.max(rowsTotal, rowsDone) });
      },
    });
    const manifest: Manifest = {
      format: archiveFormat,
      version: archiveVersion,
      workspace: { id: workspace.id, slug: workspace.slug, name: workspace.name },
      exported_at: time.toISOString(),
      files: Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))),
      left_out: leftOut,
      not_switched_on: notSwitchedOn,
      suppression_key: {
        secret: true,
        algorithm: "HMAC-SHA256 of the normalised address, first 16 bytes, hex",
        key,
        ...(others.length > 0 ? { others } : {}),
      },
    };
    const readme = archiveReadme(manifest);
    manifest.files["README.html"] = {
      sha256: createHash("sha256").update(readme).digest("hex"),
      size: Buffer.byteLength(readme),
    };
    const draft = `${target}.part`;
    const inline = { "manifest.json": `${JSON.stringify(manifest, null, 2)}\n`, "README.html": readme };
    const facts = await zip(draft, time, { folder, names: files.keys() }, inline);
    await rename(draft, target);
    return { ...facts, rowsDone, rowsTotal: Math.max(rowsTotal, rowsDone) };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(`${target}.part`, { force: true });
  }
}
