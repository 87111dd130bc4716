import type { Readable } from "node:stream";
import yauzl from "yauzl";

export interface ZipLimits {
  entries: number;
  /** Unpacked, one file and all together. */
  fileBytes: number;
  totalBytes: number;
  /** Unpacked to packed, for files beyond `ratioFrom`. */
  ratio: number;
  ratioFrom: number;
}

export type ZipProblem =
  | "damaged"
  | "encrypted"
  | "symlink"
  | "path"
  | "twice"
  | "too_many"
  | "too_large"
  | "too_dense";

/** A ZIP that is not taken. Nothing of it was kept. */
export class ZipRefused extends Error {
  constructor(
    readonly problem: ZipProblem,
    /** The file in it that is to blame, if one is. */
    readonly file = "",
  ) {
    super(`${problem} ${file}`);
  }
}

const open = (bytes: Buffer): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (error, zip) =>
      error ? reject(new ZipRefused("damaged")) : resolve(zip),
    );
  });

const isSymlink = (entry: yauzl.Entry) => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
const isEncrypted = (entry: yauzl.Entry) => (entry.generalPurposeBitFlag & 1) === 1;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point
const oddName = /[\u0000-\u001f\u007f\\:*?"<>|]|(?:^|\/)\.\.?(?:\/|$)|^\/|\/\/|[\u202a-\u202e\u2066-\u2069]/;

/** What one entry says of itself, before a byte of it is unpacked. */
function judge(entry: yauzl.Entry, limits: ZipLimits): void {
  const name = entry.fileName;
  const refuse = (problem: ZipProblem) => {
    throw new ZipRefused(problem, name.slice(0, 120));
  };
  if (name.length > 400 || oddName.test(name)) refuse("path");
  if (isSymlink(entry)) refuse("symlink");
  if (isEncrypted(entry)) refuse("encrypted");
  if (entry.uncompressedSize > limits.fileBytes) refuse("too_large");
  if (
    entry.uncompressedSize > limits.ratioFrom &&
    entry.uncompressedSize > entry.compressedSize * limits.ratio
  )
    refuse("too_dense");
}

const openEntry = (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });

/** yauzl ends the stream with an error when an entry holds more, or less, than it says. */
async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  try {
    const parts: Buffer[] = [];
    for await (const chunk of await openEntry(zip, entry)) parts.push(chunk as Buffer);
    return Buffer.concat(parts);
  } catch {
    throw new ZipRefused("damaged", entry.fileName.slice(0, 120));
  }
}

/** The files of a ZIP by name, for those wanted. The whole list is judged before anything is unpacked. */
export async function readZipFiles(
  bytes: Buffer,
  limits: ZipLimits,
  isWanted: (name: string) => boolean,
): Promise<Map<string, Buffer>> {
  const zip = await open(bytes);
  if (zip.entryCount > limits.entries) throw new ZipRefused("too_many");
  const entries = new Map<string, yauzl.Entry>();
  let total = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on("error", (error: Error) =>
      reject(
        new ZipRefused(/relative path|absolute path|characters in/.test(error.message) ? "path" : "damaged"),
      ),
    );
    zip.on("end", () => resolve());
    zip.on("entry", (entry: yauzl.Entry) => {
      try {
        total += entry.uncompressedSize;
        if (total > limits.totalBytes) throw new ZipRefused("too_large");
        if (!entry.fileName.endsWith("/")) {
          judge(entry, limits);
          if (entries.has(entry.fileName)) throw new ZipRefused("twice", entry.fileName.slice(0, 120));
          entries.set(entry.fileName, entry);
        }
        zip.readEntry();
      } catch (error) {
        reject(error);
      }
    });
    zip.readEntry();
  });
  const files = new Map<string, Buffer>();
  for (const [name, entry] of entries) if (isWanted(name)) files.set(name, await unpack(zip, entry));
  return files;
}
