import { LRUCache } from "lru-cache";
import sharp from "sharp";
import {
  type ImageFormat,
  imageLimits,
  offeredWidthsOf,
  plainFormatOf,
  type StoredFile,
  variantName,
} from "./file";
import type { FileStore } from "./file-store.server";

interface Wanted {
  width: number;
  format: ImageFormat;
}

/** Makes renditions one after another, off the main thread; nobody waits for them. */
export interface Renditions {
  /** Forgotten when too many wait already: whoever asks again orders again. */
  order(file: StoredFile, wanted: Wanted): void;
  /** Resolves when nothing is left to do. */
  settled(): Promise<void>;
  /** Begins nothing more; resolves when what was begun is done. */
  stop(): Promise<void>;
}

const mostWaiting = 100;
const failedForMs = 10 * 60_000;

/** Whether a picture exists, or can be made, in this width and format. */
export const isOffered = (file: StoredFile, { width, format }: Wanted): boolean =>
  file.kind === "image" &&
  (format === "avif" || format === "webp" || format === plainFormatOf(file)) &&
  offeredWidthsOf(file).includes(width);

async function encode(master: Buffer, { width, format }: Wanted): Promise<Buffer> {
  const resized = sharp(master, { limitInputPixels: imageLimits.pixels, sequentialRead: true }).resize({
    width,
    withoutEnlargement: true,
  });
  if (format === "avif") return resized.avif({ quality: 52, effort: 4 }).toBuffer();
  if (format === "webp") return resized.webp({ quality: 82 }).toBuffer();
  return format === "png"
    ? resized.png({ compressionLevel: 9 }).toBuffer()
    : resized.jpeg({ quality: 84, mozjpeg: true }).toBuffer();
}

export function createRenditions(files: FileStore): Renditions {
  const waiting = new Map<string, { file: StoredFile; wanted: Wanted }>();
  const failed = new LRUCache<string, true>({ max: 1000, ttl: failedForMs });
  let working: Promise<void> | undefined;

  async function make(key: string, file: StoredFile, wanted: Wanted): Promise<void> {
    const format = plainFormatOf(file);
    const largest = file.variants.findLast((variant) => variant.format === format);
    const folder = `${file.workspaceId}/${file.id}`;
    const master = largest && (await files.get(`${folder}/${variantName(largest)}`));
    if (master) await files.put(key, await encode(master, wanted));
  }

  async function work(): Promise<void> {
    for (;;) {
      const [next] = waiting;
      if (!next) break;
      const [key, { file, wanted }] = next;
      await make(key, file, wanted).catch(() => failed.set(key, true));
      waiting.delete(key);
    }
    working = undefined;
  }

  return {
    order(file, wanted) {
      const key = `${file.workspaceId}/${file.id}/${variantName(wanted)}`;
      if (waiting.has(key) || failed.has(key) || waiting.size >= mostWaiting) return;
      waiting.set(key, { file, wanted });
      working ??= work();
    },
    async settled() {
      await working;
    },
    async stop() {
      waiting.clear();
      await working;
    },
  };
}

const made = new WeakMap<FileStore, Renditions>();

/** The one line of work of a file store. */
export function renditionsOf(files: FileStore): Renditions {
  const known = made.get(files) ?? createRenditions(files);
  made.set(files, known);
  return known;
}
