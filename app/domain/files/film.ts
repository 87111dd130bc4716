/** A film that pages show from their own host, or its captions. */
export type FilmFormat = "mp4" | "webm" | "vtt";

export const filmLimitBytes = 40 * 1024 * 1024;
export const captionsLimitBytes = 300 * 1024;

export const filmTypes: Record<FilmFormat, string> = {
  mp4: "video/mp4",
  webm: "video/webm",
  vtt: "text/vtt; charset=utf-8",
};

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Brands of MP4 that browsers play as a film; sounds and pictures share the container. */
const filmBrands = /^(?:isom|iso[2-9]|mp4[12]|avc1|av01|hvc1|dash|M4V[ HP]|MSNV|f4v )$/;

/** What the bytes of a file are, whatever its name says; undefined for what is no film that browsers play. */
export function filmFormat(bytes: Uint8Array): "mp4" | "webm" | undefined {
  if (latin1(bytes, 4, 8) === "ftyp") return filmBrands.test(latin1(bytes, 8, 12)) ? "mp4" : undefined;
  const isMatroska = bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3;
  return isMatroska && latin1(bytes, 4, 64).includes("webm") ? "webm" : undefined;
}

const nameOf = (format: FilmFormat): string => (format === "vtt" ? "captions.vtt" : `film.${format}`);

/** The public address, on a site's host and on the app host. */
export const filmPath = (fileId: string, format: FilmFormat): string => `/_files/${fileId}/${nameOf(format)}`;

export const filmPathShape =
  /\/_files\/([0-7][0-9A-HJKMNP-TV-Z]{25})\/(?:film\.(mp4|webm)|captions\.(vtt))(?![\w.])/;

export function parseFilmPath(path: string): { fileId: string; format: FilmFormat } | undefined {
  const [, fileId = "", film, captions] = filmPathShape.exec(path) ?? [];
  const format = film ?? captions;
  return format ? { fileId, format: format as FilmFormat } : undefined;
}
