import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";

export interface SpooledBody {
  sha256: string;
  read(): AsyncIterable<Uint8Array>;
  remove(): Promise<void>;
}

/** Puts a large body on disk, so that it can be compared before anything is done with it. */
export async function spoolBody(folder: string, body: AsyncIterable<Uint8Array>): Promise<SpooledBody> {
  const place = await mkdtemp(path.join(folder, "body-"));
  const remove = () => rm(place, { recursive: true, force: true });
  const file = path.join(place, "body");
  const hash = createHash("sha256");
  try {
    await pipeline(
      body,
      async function* (source: AsyncIterable<Uint8Array>) {
        for await (const chunk of source) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(file, { mode: 0o600 }),
    );
  } catch (error) {
    await remove();
    throw error;
  }
  return { sha256: hash.digest("hex"), read: () => createReadStream(file), remove };
}
