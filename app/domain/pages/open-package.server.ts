import { decodeMarkup } from "~/lib/markup-encoding.server";
import { readZipFiles, type ZipProblem, ZipRefused } from "~/lib/zip-files.server";
import { DomainError } from "../domain-error";
import { packageLimits } from "./page-package";

export interface OpenedPackage {
  /** Path of the HTML inside the ZIP, or the name of the file. */
  path: string;
  html: string;
  /** Pictures, style sheets and fonts by path; none for a single HTML file. */
  files: Map<string, Buffer>;
  /** Other HTML files: one import makes one page. */
  otherPages: string[];
}

const words: Record<ZipProblem, string> = {
  damaged: "This ZIP file is damaged and cannot be unpacked. Make it again and try once more.",
  encrypted: "This ZIP file is locked with a password. Make one without.",
  symlink: "This ZIP file holds a link to a place outside of it. Make it again from plain files.",
  path: "This ZIP file holds a file whose name leads out of it or cannot be used. Rename it and make the ZIP again.",
  twice: "This ZIP file holds the same file twice. Make it again.",
  too_many: `This ZIP file holds more than ${packageLimits.zip.entries} files. Leave out what the page does not show.`,
  too_large: "This ZIP file unpacks to more than 100 MB, or a file in it to more than 20 MB.",
  too_dense: "A file in this ZIP unpacks to far more than a page needs. It was not unpacked.",
};

const refuse = (code: string, message: string) =>
  new DomainError("invalid", code, `${message} Nothing was imported.`, { fields: { file: message } });

const isZip = (bytes: Buffer) => bytes[0] === 0x50 && bytes[1] === 0x4b;
const junk = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|\.git\/|node_modules\/)/i;
const known = /\.(?:html?|xhtml|css|png|jpe?g|webp|gif|avif|svg|woff2?)$/i;
const isHtml = (name: string) => /\.(?:html?|xhtml)$/i.test(name);
const depthOf = (name: string) => name.split("/").length;

/** index.html nearest to the top, else the HTML nearest to the top. */
function mainHtml(names: readonly string[]): string | undefined {
  const byDepth = [...names].sort((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1));
  return byDepth.find((name) => /(?:^|\/)index\.x?html?$/i.test(name)) ?? byDepth[0];
}

function readHtml(bytes: Buffer): string {
  if (bytes.length > packageLimits.htmlBytes) throw refuse("html_too_large", "The HTML is longer than 2 MB.");
  const html = decodeMarkup(bytes);
  if (!/<[a-z!]/i.test(html) || html.includes("\u0000")) {
    throw refuse("html_missing", "This file is neither HTML nor a ZIP with HTML in it.");
  }
  return html;
}

/** Reads what was sent, HTML or ZIP as its first bytes say; a name counts for nothing. */
export async function openPackage(name: string, bytes: Buffer): Promise<OpenedPackage> {
  if (bytes.length === 0) throw refuse("file_empty", "This file is empty.");
  if (bytes.length > packageLimits.bytes) throw refuse("file_too_large", "This file is larger than 12 MB.");
  if (!isZip(bytes)) return { path: name, html: readHtml(bytes), files: new Map(), otherPages: [] };
  const wanted = (file: string) => known.test(file) && !junk.test(file);
  try {
    const files = await readZipFiles(bytes, packageLimits.zip, wanted);
    const pages = [...files.keys()].filter(isHtml);
    const path = mainHtml(pages);
    if (path === undefined) throw refuse("html_missing", "There is no HTML file in this ZIP.");
    return {
      path,
      html: readHtml(files.get(path) ?? Buffer.alloc(0)),
      files,
      otherPages: pages.filter((page) => page !== path),
    };
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    const where = error.file ? ` (${error.file})` : "";
    throw refuse(`zip_${error.problem}`, `${words[error.problem]}${where}`);
  }
}
