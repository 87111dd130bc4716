const meta = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]{2,40})|@charset\s+["']([\w-]{2,40})["']/i;

/** The text of an HTML or CSS file: by its mark, by what it says of itself, as UTF-8, or else as Western European. */
export function decodeMarkup(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const [, html, css] = meta.exec(bytes.toString("latin1", 0, 2048)) ?? [];
    const named = html ?? css ?? "";
    try {
      const decoder = new TextDecoder(/^utf-?8$/i.test(named) ? "windows-1252" : named || "windows-1252");
      return decoder.decode(bytes);
    } catch {
      return new TextDecoder("windows-1252").decode(bytes);
    }
  }
}
