import { cleanNodes, newCleanState, top } from "./clean-nodes";
import { DocumentError, type Removal } from "./document-error";
import { assembleDocument, type PageDocument } from "./page-document";
import { readCss } from "./read-css";
import { type RawNode, readHtmlPage, textOfRaw } from "./read-html";
import { newRemovals } from "./removals";

const maxHtmlLength = 2_000_000;

export interface GivenHtml {
  html: string;
  css?: string;
}

export interface ReadHtml {
  document: PageDocument;
  removed: Removal[];
  /** From <title>, <meta name=description> and <html lang>, when given. */
  title?: string;
  description?: string;
  language?: string;
}

/** Parses given HTML into a document; the HTML itself is never kept. */
export function htmlToPageDocument(given: GivenHtml): ReadHtml {
  if (given.html.length > maxHtmlLength) {
    throw new DocumentError("too_large", "html", "The HTML is longer than 2 million characters.");
  }
  const page = readHtmlPage(given.html);
  const removals = newRemovals();
  const state = newCleanState(removals.report);
  cleanNodes(
    page.head.filter((node) => !isQuiet(node)),
    top,
    state,
  );
  const [root = { components: [] }] = cleanNodes({ ...page.body, type: "wrapper" }, top, state);
  const styles = given.css ? readCss(given.css, removals.report) : [];
  return {
    document: assembleDocument(root, styles, state),
    removed: removals.list,
    ...headFacts(page.head, page.attributes.lang),
  };
}

/** Parts of a head that are taken over otherwise, or mean nothing here. */
const isQuiet = (node: RawNode): boolean =>
  node.tagName === "title" ||
  (node.tagName === "meta" && !/refresh/i.test(node.attributes?.["http-equiv"] ?? ""));

function headFacts(
  head: RawNode[],
  lang: string | undefined,
): Pick<ReadHtml, "title" | "description" | "language"> {
  const title = textOfRaw(head.find((node) => node.tagName === "title")?.components)
    .replace(/\s+/g, " ")
    .trim();
  const description = head
    .find((node) => node.tagName === "meta" && node.attributes?.name?.toLowerCase() === "description")
    ?.attributes?.content?.trim();
  return {
    ...(title ? { title: title.slice(0, 200) } : {}),
    ...(description ? { description: description.slice(0, 500) } : {}),
    ...(lang && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang) ? { language: lang } : {}),
  };
}
