import { type DefaultTreeAdapterTypes, parse, serialize, html as spec } from "parse5";
import { inDensity } from "~builder/document/dense-picture";
import type { Removal } from "~builder/document/document-error";
import { lazySource } from "~builder/document/lazy-picture";
import { type FindFile, isRemote, replaceCssImports, replaceCssUrls } from "./package-references";

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

export interface RewriteParts {
  /** Path of the HTML in the package. */
  path: string;
  find: FindFile;
  readCss(file: string): string | undefined;
  /** Our own address of a picture or font of the package; undefined when it was not kept. */
  ownAddress(file: string): string | undefined;
  /** How many points of it a drawing takes for one of its own; undefined for other pictures. */
  density(file: string): number | undefined;
  report(removal: Removal): void;
  /** An HTML file by itself, without a ZIP around it. */
  isAlone: boolean;
}

const missing = ({ isAlone }: RewriteParts): string => (isAlone ? notWithPage : notInZip);

export interface Rewritten {
  html: string;
  css: string;
  styleSheets: number;
}

const maxImports = 5;
const fontFile = /\.(?:woff2?|ttf|otf|eot)(?:$|[?#])/i;
const elsewhere =
  "It lies on another server, which would learn of each visit. Upload it in the editor instead.";
const notInZip = "The file is not in the ZIP.";
const notWithPage = "It lies beside the HTML file. Import a ZIP of both, and it comes along.";

/** A style sheet of the package with its imports in place and its addresses ours. */
export function rewriteCss(css: string, from: string, parts: RewriteParts, depth = 0): string {
  const whole = replaceCssImports(css, (address) => {
    const file = parts.find(address, from);
    const inner = file && depth < maxImports ? parts.readCss(file) : undefined;
    if (!file || inner === undefined) {
      parts.report({ what: address, why: isRemote(address) ? elsewhere : missing(parts) });
      return undefined;
    }
    return rewriteCss(inner, file, parts, depth + 1);
  });
  return replaceCssUrls(whole, (address) => {
    if (/^(?:[a-z][a-z0-9+.-]*:(?!\/\/)|#)/i.test(address) || address.startsWith("/_files/"))
      return undefined;
    const file = parts.find(address, from);
    const ours = file && parts.ownAddress(file);
    if (ours || isRemote(address)) return ours;
    if (!file) parts.report({ what: address, why: missing(parts) });
    // It would be looked for on the page's own site with each visit, and not found; `none` stands in no list of fonts.
    return fontFile.test(address) ? undefined : "";
  });
}

const attributeOf = (element: Element, name: string) =>
  element.attrs.find((attribute) => attribute.name === name)?.value;
function setAttribute(element: Element, name: string, value: string | undefined): void {
  element.attrs = element.attrs.filter((attribute) => attribute.name !== name);
  if (value !== undefined) element.attrs.push({ name, value });
}

function isWithoutScript({ parentNode }: Element): boolean {
  if (!parentNode || !("tagName" in parentNode)) return false;
  return parentNode.tagName === "noscript" || isWithoutScript(parentNode);
}

/** Every element, templates included; `visit` may answer false to take the element out. */
function walk(node: Node, visit: (element: Element) => boolean): void {
  if (!("childNodes" in node)) return;
  node.childNodes = node.childNodes.filter((child) => !("tagName" in child) || visit(child));
  for (const child of node.childNodes) walk(child, visit);
  if ("content" in node) walk(node.content, visit);
}

/** Points the page at our own files, gathers its style sheets and says what did not come along. */
export function rewritePackage(html: string, parts: RewriteParts): Rewritten {
  const document = parse(html, { scriptingEnabled: false });
  const sheets: string[] = [];

  const own = (address: string): string | undefined => {
    const file = parts.find(address, parts.path);
    if (file) return parts.ownAddress(file);
    const isHere = /^(?:data:|#|\/_files\/)/i.test(address.trim()) || address.trim() === "";
    if (!isHere)
      parts.report({ what: address.slice(0, 200), why: isRemote(address) ? elsewhere : missing(parts) });
    return isHere ? address : undefined;
  };

  function takeStyleSheet(element: Element): boolean {
    if (!/\bstylesheet\b/i.test(attributeOf(element, "rel") ?? "")) return true;
    const address = attributeOf(element, "href") ?? "";
    const file = parts.find(address, parts.path);
    const css = file && parts.readCss(file);
    if (!file || css === undefined) {
      parts.report({ what: address.slice(0, 200), why: isRemote(address) ? elsewhere : missing(parts) });
      return false;
    }
    const media = (attributeOf(element, "media") ?? "").trim();
    const written = rewriteCss(css, file, parts);
    sheets.push(media && media !== "all" ? `@media ${media} {\n${written}\n}` : written);
    return false;
  }

  const late = new Set<string>();

  /** False for the same picture once more, for browsers without scripts. */
  function takePicture(element: Element): boolean {
    const candidates = (attributeOf(element, "srcset") ?? "")
      .split(/,\s+/)
      .map((one) => one.trim().split(/\s+/)[0]);
    const lazy = lazySource((name) => attributeOf(element, name));
    const given = lazy ?? (attributeOf(element, "src") || candidates.find(Boolean) || "");
    if (lazy) late.add(lazy);
    else if (late.has(given) && isWithoutScript(element)) return false;
    const ours = own(given);
    if (ours === given || (ours === undefined && isRemote(given))) return true;
    // Without an address of ours it would be looked for on the page's own site, and not found.
    setAttribute(element, "src", ours);
    for (const { name } of element.attrs.filter(({ name }) =>
      /^(?:srcset|sizes|data-(?:lazy|src|original).*)$/.test(name),
    ))
      setAttribute(element, name, undefined);
    const file = parts.find(given, parts.path);
    const density = file === undefined ? undefined : parts.density(file);
    const saysSize = ["width", "height"].some((name) => attributeOf(element, name));
    if (ours && density && !saysSize) setAttribute(element, "srcset", inDensity(ours, density));
    return true;
  }

  walk(document, (element) => {
    if (element.namespaceURI !== spec.NS.HTML) return true;
    const style = attributeOf(element, "style");
    if (style) setAttribute(element, "style", rewriteCss(style, parts.path, parts));
    const poster = attributeOf(element, "poster");
    if (poster) setAttribute(element, "poster", own(poster));
    if (element.tagName === "link") return takeStyleSheet(element);
    // Our own renditions come in every size, so a picture needs no list of sources.
    if (element.tagName === "source" && element.parentNode && "tagName" in element.parentNode) {
      return element.parentNode.tagName !== "picture";
    }
    if (element.tagName === "img") return takePicture(element);
    if (element.tagName === "style") {
      for (const child of element.childNodes) {
        if ("value" in child) child.value = rewriteCss(child.value, parts.path, parts);
      }
    }
    return true;
  });
  return { html: serialize(document), css: sheets.join("\n"), styleSheets: sheets.length };
}
