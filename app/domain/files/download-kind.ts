import { uploadKind } from "./upload-kind";

export const downloadLimitBytes = 50 * 1024 * 1024;

const starts = (bytes: Uint8Array, from: number, text: string): boolean =>
  [...text].every((character, index) => bytes[from + index] === character.charCodeAt(0));

/** The type of a file that a customer offers for download, by its bytes; undefined for what is not offered here. */
export function downloadContentType(bytes: Uint8Array, name: string): string | undefined {
  const known = uploadKind(bytes, name);
  if (known) return known.contentType;
  if (starts(bytes, 0, "PK\u0003\u0004")) {
    return starts(bytes, 30, "mimetypeapplication/epub+zip") ? "application/epub+zip" : "application/zip";
  }
  if (starts(bytes, 0, "ID3") || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2))
    return "audio/mpeg";
  if (starts(bytes, 4, "ftyp")) return starts(bytes, 8, "M4A") ? "audio/mp4" : "video/mp4";
  return undefined;
}
