import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";

export interface FileFacts {
  sha256: string;
  size: number;
}

/** A file written piece by piece that knows its size and SHA-256 in the end. */
export interface HashedFile {
  write(piece: string | Buffer): Promise<void>;
  finish(): Promise<FileFacts>;
}

/** Readable by the owner only; waits when the disk is slower than the writer. */
export async function createHashedFile(target: string): Promise<HashedFile> {
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const stream = createWriteStream(target, { mode: 0o600 });
  await once(stream, "open");
  const hash = createHash("sha256");
  let size = 0;
  let failure: Error | undefined;
  stream.on("error", (error) => {
    failure = error;
  });
  return {
    async write(piece) {
      if (failure) throw failure;
      const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
      hash.update(bytes);
      size += bytes.length;
      if (!stream.write(bytes)) await once(stream, "drain");
    },
    async finish() {
      if (failure) throw failure;
      stream.end();
      await once(stream, "close");
      if (failure) throw failure;
      return { sha256: hash.digest("hex"), size };
    },
  };
}
