/** The path a visitor asks for, in the one spelling that pages have; or why it can be none. */
export type SitePath = { status: 200; path: string } | { status: 400 | 404 };

const longest = 1024;

export function readSitePath(url: string): SitePath {
  const raw = url.split(/[?#]/, 1)[0] ?? "";
  if (raw.length > longest) return { status: 404 };
  if (!raw.startsWith("/") || !/^[\x21-\x7e]+$/.test(raw)) return { status: 400 };
  let path = raw;
  if (raw.includes("%")) {
    try {
      path = decodeURIComponent(raw);
    } catch {
      return { status: 400 };
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point
    if (/[\u0000-\u001f\u007f]/.test(path)) return { status: 400 };
  }
  if (/[\\%]|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/.test(path)) return { status: 404 };
  return { status: 200, path };
}

/** Where a visitor may have meant to go: without the last slash, in lower case. */
export const canonicalPath = (path: string): string => path.toLowerCase().replace(/\/$/, "") || "/";
