import sharp from "sharp";
import { DomainError } from "../domain-error";

const widest = 1600;
const isSvg = (bytes: Buffer): boolean => /<svg[\s>]/i.test(bytes.toString("utf8", 0, 4096));

/** A drawing (SVG) as a picture made of points, since a drawing can carry programs; other pictures as they are. */
export async function drawPicture(bytes: Buffer): Promise<Buffer> {
  if (!isSvg(bytes)) return bytes;
  try {
    if (bytes.length > 1024 * 1024 || /<!ENTITY/i.test(bytes.toString("latin1"))) throw new Error("refused");
    const drawn = sharp(bytes, { density: 144, limitInputPixels: 20_000_000 });
    return await drawn
      .resize({ width: widest, withoutEnlargement: true })
      .timeout({ seconds: 10 })
      .png()
      .toBuffer();
  } catch {
    throw new DomainError(
      "invalid",
      "drawing_unreadable",
      "This SVG drawing could not be made into a picture. Save it as PNG or WebP.",
    );
  }
}
