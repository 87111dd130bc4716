import { filmPathShape } from "./film";

export type FileKind = "image" | "font" | "film" | "captions" | "download" | "upload";
export type ImageFormat = "avif" | "webp" | "jpg" | "png";
export type FontFormat = "woff2" | "woff";
export type FileFormat = ImageFormat | FontFormat;

/** One rendition of an image. */
export interface FileVariant {
  width: number;
  height: number;
  format: ImageFormat;
  size: number;
}

export interface StoredFile {
  id: string;
  workspaceId: string;
  kind: FileKind;
  name: string;
  contentType: string;
  size: number;
  width: number | undefined;
  height: number | undefined;
  variants: FileVariant[];
  alt: string;
  createdAt: number;
}

export const imageLimits = { bytes: 10 * 1024 * 1024, pixels: 50_000_000, side: 16_383 } as const;
/** Kept from the upload on. */
export const imageWidths = [480, 960, 1600] as const;
/** What pages offer browsers; those that are not kept yet are made when first asked for. */
const offeredWidths = [320, 480, 720, 960, 1280, 1600] as const;

/** Widths that a picture is offered in: never wider than it is, and no two that are nearly the same. */
export function offeredWidthsOf({ variants }: Pick<StoredFile, "variants">): number[] {
  const widest = Math.max(0, ...variants.map(({ width }) => width));
  return widest < 1 ? [] : [...offeredWidths.filter((width) => width < widest * 0.9), widest];
}

/** The format that every browser reads: the one without a rival among the renditions. */
export const plainFormatOf = ({ variants }: Pick<StoredFile, "variants">): ImageFormat | undefined =>
  variants.find(({ format }) => format === "jpg" || format === "png")?.format;

export const contentTypeOf: Record<FileFormat, string> = {
  avif: "image/avif",
  webp: "image/webp",
  jpg: "image/jpeg",
  png: "image/png",
  woff2: "font/woff2",
  woff: "font/woff",
};

export const variantName = (variant: { width: number; format: FileFormat }): string =>
  `${variant.width}.${variant.format}`;

/** The address of a rendition, on a site's host and on the app host. */
export const filePath = (fileId: string, variant: { width: number; format: FileFormat }): string =>
  `/_files/${fileId}/${variantName(variant)}`;

const filePathShape = /\/_files\/([0-7][0-9A-HJKMNP-TV-Z]{25})\/(\d{1,5})\.(avif|webp|jpg|png|woff2?)/;

export function parseFilePath(
  path: string,
): { fileId: string; width: number; format: FileFormat } | undefined {
  const match = filePathShape.exec(path);
  if (!match) return undefined;
  return { fileId: match[1] ?? "", width: Number(match[2]), format: match[3] as FileFormat };
}

/** The address of the picture of a published version, beside those of files. */
export const shareImagePath = (versionId: string): string => `/_files/${versionId}/share.png`;

const sharePathShape = /^\/_files\/([0-7][0-9A-HJKMNP-TV-Z]{25})\/share\.png(?:\?|$)/;

export const parseSharePath = (path: string): string | undefined => sharePathShape.exec(path)?.[1];

/** Ids of all files that a text (a document as JSON, a mail as HTML) mentions. */
export function mentionedFileIds(text: string): string[] {
  const all = [filePathShape, filmPathShape].flatMap((shape) => [...text.matchAll(new RegExp(shape, "g"))]);
  return [...new Set(all.map((match) => match[1] ?? ""))];
}
