/** Finds the file of a package that an address in its HTML or CSS means. */
export type FindFile = (address: string, from: string) => string | undefined;

const folderOf = (path: string): string => path.split("/").slice(0, -1).join("/");

function joined(folder: string, relative: string): string | undefined {
  const parts = relative.startsWith("/") || folder === "" ? [] : folder.split("/");
  for (const part of relative.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else parts.push(part);
  }
  return parts.join("/");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether an address leads to another server. */
export const isRemote = (address: string): boolean => /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(address.trim());

/**
 * Relative addresses count from the file they stand in, absolute paths from the page's folder or the top. The address of
 * the old site counts when its path is a file that came along.
 */
export function fileFinder(names: Iterable<string>, pagePath: string): FindFile {
  const files = new Set(names);
  const folded = new Map([...files].map((name) => [name.toLowerCase(), name]));
  const found = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : files.has(path) ? path : folded.get(path.toLowerCase());
  return (address, from) => {
    const bare = address.trim().replace(/[?#].*$/s, "");
    if (bare === "" || /^(?:data|blob|javascript|mailto|tel):/i.test(bare)) return undefined;
    const path = isRemote(bare) ? bare.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*/i, "") : bare;
    const tries = path.startsWith("/")
      ? [joined(folderOf(pagePath), path.slice(1)), joined("", path)]
      : [joined(folderOf(from), path), joined("", path)];
    for (const each of tries) {
      const hit = found(each) ?? found(each && decoded(each));
      if (hit) return hit;
    }
    return undefined;
  };
}

const cssUrl = /url\(\s*(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})'|([^"'()\s]{1,2000}))\s*\)/gi;

/** Puts other addresses into a style sheet; `undefined` leaves one as it is, an empty one becomes `none`. */
export const replaceCssUrls = (css: string, change: (address: string) => string | undefined): string =>
  css.replace(cssUrl, (whole, double?: string, single?: string, bare?: string) => {
    const changed = change(double ?? single ?? bare ?? "");
    if (changed === "") return "none";
    return changed === undefined ? whole : `url("${changed.replace(/["\\\n]/g, encodeURIComponent)}")`;
  });

const cssImport = /@import\s+(?:url\(\s*)?["']?([^"'()\s;]{1,2000})["']?\s*\)?([^;]{0,200});/gi;

/** Puts what `@import` names in its place; what is not there goes away. */
export const replaceCssImports = (css: string, read: (address: string) => string | undefined): string =>
  css.replace(cssImport, (_whole, address: string, media: string) => {
    const inner = read(address) ?? "";
    const condition = media.trim();
    return condition && inner ? `@media ${condition} {\n${inner}\n}` : inner;
  });
