import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import yauzl from "yauzl";
import { ZipFile } from "yazl";
import { z } from "zod";
import { CommandFailure } from "./command";

/** What stands in the backup's manifest.json. Names are relative to the data folder, foyer.db apart. */
export const backupManifest = z.object({
  format: z.literal("foyer-backup"),
  version: z.literal(1),
  made_at: z.number().int(),
  files: z.record(z.string(), z.object({ sha256: z.string(), size: z.number() })),
});
export type BackupManifest = z.infer<typeof backupManifest>;

/** Below the data folder. Exports and the secret stay out. */
export const backedUpFolders = ["files", "journal", "outbox"] as const;

const nameShape = /^(foyer\.db|(files|journal|outbox)\/[\w./-]+)$/;

async function* filesBelow(folder: string, name: string): AsyncGenerator<string> {
  if (!existsSync(path.join(folder, name))) return;
  for (const entry of await readdir(path.join(folder, name), { withFileTypes: true })) {
    const below = `${name}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(folder, below);
    else if (!entry.name.endsWith(".tmp")) yield below;
  }
}

async function factsOf(file: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer);
    size += (chunk as Buffer).length;
  }
  return { sha256: hash.digest("hex"), size };
}

/** Writes snapshot, files and journal into one ZIP; the number of files. */
export async function writeBackup(input: {
  snapshot: string;
  dataFolder: string;
  target: string;
  madeAt: number;
  onFile(name: string): void;
}): Promise<{ files: number; size: number }> {
  const zip = new ZipFile();
  const manifest: BackupManifest = { format: "foyer-backup", version: 1, made_at: input.madeAt, files: {} };
  const add = async (file: string, name: string) => {
    input.onFile(name);
    manifest.files[name] = await factsOf(file);
    zip.addFile(file, name, { mode: 0o100600 });
  };
  await add(input.snapshot, "foyer.db");
  for (const folder of backedUpFolders) {
    for await (const name of filesBelow(input.dataFolder, folder))
      await add(path.join(input.dataFolder, name), name);
  }
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), "manifest.json", { mode: 0o100600 });
  zip.end();
  const draft = `${input.target}.part`;
  try {
    await pipeline(zip.outputStream, createWriteStream(draft, { mode: 0o600, flush: true }));
    await rename(draft, input.target);
  } finally {
    await rm(draft, { force: true });
  }
  return { files: Object.keys(manifest.files).length, size: (await factsOf(input.target)).size };
}

const damaged = (detail: string) =>
  new CommandFailure(`This is not a whole backup: ${detail.replace(/\.$/, "")}. Nothing was changed.`);

const unopened = (file: string, error: Error) =>
  (error as { code?: string }).code === "ENOENT"
    ? new CommandFailure(`There is no file ${file}.`)
    : damaged(error.message);

const openZip = (file: string): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, zip) =>
      error ? reject(unopened(file, error)) : resolve(zip),
    );
  });

function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    zip.on("entry", (entry: yauzl.Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", (error: Error) => reject(damaged(error.message)));
    zip.readEntry();
  });
}

const openEntry = (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<NodeJS.ReadableStream> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(damaged(error.message)) : resolve(stream)));
  });

/** Checks every file against the manifest; with `into` also writes them there. */
export async function readBackup(
  file: string,
  into?: string,
  onFile: (name: string) => void = () => undefined,
): Promise<BackupManifest> {
  const zip = await openZip(file);
  try {
    const entries = await entriesOf(zip);
    const head = entries.get("manifest.json");
    if (!head) throw damaged("it has no manifest.json");
    const parts: Buffer[] = [];
    for await (const chunk of await openEntry(zip, head)) parts.push(chunk as Buffer);
    const parsed = backupManifest.safeParse(JSON.parse(Buffer.concat(parts).toString() || "null"));
    if (!parsed.success) throw damaged("its manifest is of another kind");
    for (const [name, facts] of Object.entries(parsed.data.files)) {
      const entry = entries.get(name);
      if (!entry || !nameShape.test(name) || name.includes(".."))
        throw damaged(`${name} is missing or misnamed`);
      onFile(name);
      const hash = createHash("sha256");
      const target = into && path.join(into, name);
      if (target) await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk);
          done(null, target ? chunk : undefined);
        },
      });
      const sink = target
        ? createWriteStream(target, { mode: 0o600, flush: true })
        : new Writable({ write: (_chunk, _encoding, done) => done() });
      await pipeline(await openEntry(zip, entry), measure, sink);
      if (hash.digest("hex") !== facts.sha256) throw damaged(`${name} was changed`);
    }
    return parsed.data;
  } catch (error) {
    // A bad zip stream or manifest is the backup's fault; a full disk is not.
    if (error instanceof CommandFailure || (error as { syscall?: string }).syscall) throw error;
    throw damaged((error as Error).message);
  } finally {
    zip.close();
  }
}
