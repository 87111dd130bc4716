import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { LRUCache } from "lru-cache";
import { openBytes, sealBytes } from "~/lib/secret-box.server";
import type { KeyRing } from "../keys/key-ring.server";

/** Encrypted bytes below FOYER_DATA/files. A key is WORKSPACE/FILE/NAME. */
export interface FileStore {
  /** Durable when it resolves. */
  put(key: string, bytes: Buffer): Promise<void>;
  get(key: string): Promise<Buffer | undefined>;
  delete(key: string): Promise<void>;
  /** Removes everything below WORKSPACE or WORKSPACE/FILE. */
  deleteAll(prefix: string): Promise<void>;
  /** Ids of files of visitors that were put before a moment. */
  listUploads(workspaceId: string, before: number): Promise<string[]>;
}

const keyShape = /^[0-9A-Z]{26}(?:\/[0-9A-Z]{26}(?:\/[a-z0-9][a-z0-9._-]{0,80})?)?$/;
const cacheBytes = 32 * 1024 * 1024;

function pathBelow(folder: string, key: string): string {
  if (!keyShape.test(key) || key.includes("..")) throw new Error(`Not a key of the file store: ${key}`);
  return path.join(folder, key);
}

/** Sealed form: id of the key (4 bytes), then nonce, tag and ciphertext; the store's key is its context. */
export function openFileStore(input: { folder: string; keys: KeyRing; cacheBytes?: number }): FileStore {
  const { folder, keys } = input;
  const cache = new LRUCache<string, Buffer>({
    maxSize: input.cacheBytes ?? cacheBytes,
    sizeCalculation: (bytes) => bytes.length + 1,
  });

  return {
    async put(key, bytes) {
      const target = pathBelow(folder, key);
      const ring = keys.platform("file");
      const head = Buffer.alloc(4);
      head.writeUInt32BE(ring.shortId);
      const sealed = Buffer.concat([head, sealBytes(ring.secret, bytes, key)]);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const draft = `${target}.${randomBytes(6).toString("hex")}.tmp`;
      const file = await open(draft, "wx", 0o600);
      try {
        await file.writeFile(sealed);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, target);
      cache.delete(key);
    },
    async get(key) {
      const cached = cache.get(key);
      if (cached) return cached;
      const sealed = await readFile(pathBelow(folder, key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
        throw error;
      });
      if (!sealed) return undefined;
      const secret = keys.secretByShortId(sealed.readUInt32BE(0));
      if (!secret) throw new Error("A file is sealed with a key that the ring lacks");
      const bytes = openBytes(secret, sealed.subarray(4), key);
      cache.set(key, bytes);
      return bytes;
    },
    async delete(key) {
      cache.delete(key);
      await rm(pathBelow(folder, key), { force: true });
    },
    async deleteAll(prefix) {
      for (const key of cache.keys()) if (key.startsWith(`${prefix}/`)) cache.delete(key);
      await rm(pathBelow(folder, prefix), { recursive: true, force: true });
    },
    async listUploads(workspaceId, before) {
      const own = pathBelow(folder, workspaceId);
      const found: string[] = [];
      for (const id of await readdir(own).catch(() => [])) {
        const facts = await stat(path.join(own, id, "upload")).catch(() => undefined);
        if (facts && facts.mtimeMs < before) found.push(id);
      }
      return found;
    },
  };
}
