import { attributeOf, elementsIn, isText, textIn } from "./component-tree";
import type { PageDocument } from "./page-document";
import { type ProjectComponent, rootOf } from "./project";
import { isOwnSource } from "./safe-url";

/** Paths are indexes from the root, such as "0.2.1": the editor can jump to them. */
export interface FoundText {
  path: string;
  text: string;
}

const hasOwnText = (node: ProjectComponent): boolean =>
  (node.components ?? []).some((child) => isText(child) && (child.content ?? "").trim() !== "");

/** Text of every outermost element that holds text of its own. */
export function listTexts(document: PageDocument): FoundText[] {
  const found: FoundText[] = [];
  let inside = "";
  for (const { node, path } of elementsIn(rootOf(document.project))) {
    if (inside && path.startsWith(`${inside}.`)) continue;
    if (!hasOwnText(node)) continue;
    const text = textIn(node);
    if (text) found.push({ path, text });
    inside = path;
  }
  const own = rootOf(document.project);
  return hasOwnText(own) ? [{ path: "", text: textIn(own) }, ...found] : found;
}

export interface FoundLink extends FoundText {
  href: string;
}

export const listLinks = (document: PageDocument): FoundLink[] =>
  Array.from(elementsIn(rootOf(document.project))).flatMap(({ node, path }) => {
    const href = attributeOf(node, "href");
    return href ? [{ path, href, text: textIn(node) || (attributeOf(node, "alt") ?? "") }] : [];
  });

export interface FoundImage {
  path: string;
  src: string;
  alt: string;
  /** Loaded from another server: held back on published pages until copied to our own. */
  isRemote: boolean;
}

export const listImages = (document: PageDocument): FoundImage[] =>
  Array.from(elementsIn(rootOf(document.project))).flatMap(({ node, path }) => {
    const src = node.tagName === "img" ? attributeOf(node, "src") : undefined;
    return src ? [{ path, src, alt: attributeOf(node, "alt") ?? "", isRemote: !isOwnSource(src) }] : [];
  });
