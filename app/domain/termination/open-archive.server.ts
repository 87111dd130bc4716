import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import yauzl from "yauzl";
import { DomainError } from "../domain-error";
import { archiveVersion, type Manifest, manifestSchema } from "./archive-format";

/** An archive comes from anywhere: nothing in it is believed before it was checked. */
export const archiveLimits = {
  entries: 500_000,
  /** Unpacked, all files together. */
  bytes: 50 * 1024 ** 3,
  /** Unpacked to packed, for archives beyond `ratioFrom`. Text of tables packs well below this. */
  ratio: 200,
  ratioFrom: 50 * 1024 ** 2,
  manifest: 128 * 1024 ** 2,
  line: 32 * 1024 ** 2,
};

const id = "[0-9A-Z]{26}";
const nameShape = new RegExp(
  `^(manifest\\.json|README\\.html|data/[a-z_]+\\.(ndjson|csv)|schema/[a-z_]+\\.schema\\.json|pages/[\\w-]+/[\\w-]+\\.(json|html)|assets/${id}/\\d{1,5}\\.(webp|jpg|png|woff2?)|(uploads|downloads|films)/${id})$`,
);

export interface Archive {
  manifest: Manifest;
  /** Lines of a text file; none for a file that is not there. */
  lines(name: string): AsyncGenerator<string>;
  bytes(name: string, limit: number): Promise<Buffer>;
  close(): void;
}

export const refuseArchive = (code: string, message: string) =>
  new DomainError("invalid", code, `${message} Nothing was imported.`);

const damaged = (detail: string) =>
  refuseArchive("archive_damaged", `The archive is damaged: ${detail}. ${again}`);

const again = "Download the export anew and compare its SHA-256 with the one that is told beside it.";

const open = (file: string): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, zip) =>
      error ? reject(damaged(`it is no ZIP, or its end is missing`)) : resolve(zip),
    );
  });

async function listEntries(zip: yauzl.ZipFile, packed: number): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > archiveLimits.entries)
    throw refuseArchive("archive_too_large", "It holds too many files.");
  const entries = new Map<string, yauzl.Entry>();
  let unpacked = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on("error", () => reject(damaged("its list of files cannot be read")));
    zip.on("end", () => resolve());
    zip.on("entry", (entry: yauzl.Entry) => {
      unpacked += entry.uncompressedSize;
      if (!nameShape.test(entry.fileName)) {
        return reject(
          refuseArchive(
            "archive_foreign",
            `"${entry.fileName.slice(0, 80)}" does not belong into an archive.`,
          ),
        );
      }
      if (entries.has(entry.fileName)) return reject(damaged(`${entry.fileName} is there twice`));
      if (unpacked > archiveLimits.bytes)
        return reject(refuseArchive("archive_too_large", "It is too large."));
      if (unpacked > archiveLimits.ratioFrom && unpacked > packed * archiveLimits.ratio) {
        return reject(
          refuseArchive("archive_too_dense", "It unpacks to far more than an archive of ours does."),
        );
      }
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  return entries;
}

/** yauzl ends the stream with an error when an entry holds more than it says. */
const openEntry = (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) =>
      error ? reject(damaged(`${entry.fileName} cannot be unpacked`)) : resolve(stream),
    );
  });

async function readAll(stream: Readable, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    if (size > limit) throw refuseArchive("archive_too_large", "One of its files is too large.");
    parts.push(chunk as Buffer);
  }
  return Buffer.concat(parts);
}

/** Splits at line feeds only: the other line ends of Unicode may stand inside a JSON text. */
async function* splitLines(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  for await (const chunk of stream) {
    rest += decoder.decode(chunk as Buffer, { stream: true });
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > archiveLimits.line)
      throw refuseArchive("archive_too_large", "One of its rows is too large.");
    yield* lines.filter(Boolean);
  }
  rest += decoder.decode();
  if (rest) yield rest;
}

async function hashOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<string> {
  const hash = createHash("sha256");
  const stream = await openEntry(zip, entry);
  try {
    for await (const chunk of stream) hash.update(chunk as Buffer);
  } catch {
    throw damaged(`${entry.fileName} cannot be unpacked`);
  }
  return hash.digest("hex");
}

async function verify(
  zip: yauzl.ZipFile,
  entries: Map<string, yauzl.Entry>,
  manifest: Manifest,
): Promise<void> {
  for (const name of entries.keys()) {
    if (name !== "manifest.json" && !manifest.files[name]) throw damaged(`${name} is not in its manifest`);
  }
  for (const [name, facts] of Object.entries(manifest.files)) {
    const entry = entries.get(name);
    if (!entry || entry.uncompressedSize !== facts.size)
      throw damaged(`${name} is missing or has another size`);
    if ((await hashOf(zip, entry)) !== facts.sha256) throw damaged(`${name} is not as it was written`);
  }
}

/** Opens an archive after every file in it was checked against the manifest. */
export async function openArchive(file: string): Promise<Archive> {
  const facts = await stat(file).catch(() => undefined);
  if (!facts?.isFile()) throw refuseArchive("archive_missing", `There is no file ${file}.`);
  const zip = await open(file);
  try {
    const entries = await listEntries(zip, facts.size);
    const head = entries.get("manifest.json");
    if (!head)
      throw refuseArchive("archive_foreign", "This is not an archive of Foyer: it has no manifest.json.");
    const text = (await readAll(await openEntry(zip, head), archiveLimits.manifest)).toString();
    const manifest = readManifest(text);
    await verify(zip, entries, manifest);
    return {
      manifest,
      async *lines(name) {
        const entry = entries.get(name);
        if (entry) yield* splitLines(await openEntry(zip, entry));
      },
      async bytes(name, limit) {
        const entry = entries.get(name);
        if (!entry) throw damaged(`${name} is missing`);
        return readAll(await openEntry(zip, entry), limit);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    if (error instanceof DomainError) throw error;
    throw damaged((error as Error).message);
  }
}

function readManifest(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw damaged("its manifest is not JSON");
  }
  const version = (json as { version?: unknown } | null)?.version;
  if (typeof version === "number" && version > archiveVersion) {
    throw refuseArchive(
      "archive_newer",
      "This archive was made by a newer version of Foyer. Update this instance first.",
    );
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) throw damaged("its manifest is of another shape");
  return parsed.data;
}
