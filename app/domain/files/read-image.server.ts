import sharp from "sharp";
import { DomainError } from "../domain-error";
import { type FileVariant, type ImageFormat, imageLimits, imageWidths } from "./file";

export interface Rendition extends FileVariant {
  bytes: Buffer;
}

export interface ReadImage {
  width: number;
  height: number;
  format: ImageFormat;
  renditions: Rendition[];
}

const refuse = (code: string, message: string) =>
  new DomainError("invalid", code, message, { fields: { file: message } });

const startsWith = (bytes: Buffer, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

/** The format as the first bytes tell it; a name or a declared type counts for nothing. */
function sniff(bytes: Buffer): "jpeg" | "png" | "webp" | "gif" | "avif" | "svg" | undefined {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return "jpeg";
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  const head = bytes.toString("latin1", 0, 512);
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return "webp";
  if (/^GIF8[79]a/.test(head)) return "gif";
  if (head.slice(4, 12) === "ftypavif") return "avif";
  if (/<svg[\s>]/i.test(head) || /^\s*(?:\ufeff)?<\?xml/i.test(head)) return "svg";
  return undefined;
}

/** Whether it has more than one frame; pages show the first. */
export const isMoving = (bytes: Buffer): Promise<boolean> =>
  sharp(bytes, { limitInputPixels: imageLimits.pixels, pages: 1 })
    .metadata()
    .then(({ pages }) => (pages ?? 1) > 1)
    .catch(() => false);

/** Decodes, turns upright, drops every metadata and makes the renditions. Throws for what is no picture we take. */
export async function readImage(bytes: Buffer): Promise<ReadImage> {
  if (bytes.length > imageLimits.bytes) {
    throw refuse("image_too_large", "This picture is larger than 10 MB. Make it smaller and try again.");
  }
  const sniffed = sniff(bytes);
  if (sniffed === "svg") {
    throw refuse("image_svg", "SVG files can carry programs, so they are not taken. Save it as PNG or WebP.");
  }
  if (!sniffed) {
    throw refuse("image_unknown", "This is not a picture we can read. Use JPEG, PNG, WebP, AVIF or GIF.");
  }
  const input = () =>
    sharp(bytes, { limitInputPixels: imageLimits.pixels, failOn: "error", pages: 1, sequentialRead: true });
  try {
    const meta = await input().metadata();
    const turned = (meta.orientation ?? 1) >= 5;
    const width = (turned ? meta.height : meta.width) ?? 0;
    const height = (turned ? meta.width : meta.height) ?? 0;
    if (width < 1 || height < 1 || width * height > imageLimits.pixels) {
      throw refuse("image_too_many_pixels", "This picture has more than 50 megapixels. Make it smaller.");
    }
    if (Math.max(width, height) > imageLimits.side) {
      throw refuse(
        "image_too_long",
        "This picture is longer than 16,383 pixels on one side. Cut it into several, or make it smaller.",
      );
    }
    const format: ImageFormat = meta.hasAlpha || sniffed === "png" || sniffed === "gif" ? "png" : "jpg";
    const widths = [...new Set(imageWidths.map((limit) => Math.min(limit, width)))];
    const renditions: Rendition[] = [];
    for (const size of widths) {
      const resized = input().rotate().resize({ width: size, withoutEnlargement: true });
      const { data, info } = await resized.webp({ quality: 82 }).toBuffer({ resolveWithObject: true });
      renditions.push({
        width: info.width,
        height: info.height,
        format: "webp",
        size: data.length,
        bytes: data,
      });
    }
    const largest = input()
      .rotate()
      .resize({ width: widths.at(-1), withoutEnlargement: true });
    const encoded =
      format === "png"
        ? largest.png({ compressionLevel: 9, palette: false })
        : largest.jpeg({ quality: 84, mozjpeg: true });
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    renditions.push({ width: info.width, height: info.height, format, size: data.length, bytes: data });
    return { width, height, format, renditions };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (/pixel limit/i.test((error as Error).message)) {
      throw refuse("image_too_many_pixels", "This picture has more than 50 megapixels. Make it smaller.");
    }
    throw refuse(
      "image_broken",
      "This picture is damaged and cannot be read. Save it again and try once more.",
    );
  }
}
