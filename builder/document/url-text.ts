import { attributeOf, childrenOf, isText, textIn } from "./component-tree";
import type { ProjectComponent } from "./project";

/** A place in a page whose words a URL parameter may replace. Only text, never markup or an attribute. */
export interface UrlText {
  parameter: string;
  maxLength: number;
  /** When there are some, only these are shown. */
  values: string[];
}

export const parameterShape = /^[A-Za-z][\w.-]{0,59}$/;
const defaultLength = 40;
const longest = 120;

/** Elements that hold words. */
export const wordTags = new Set(["span", "strong", "em", "b", "i", "mark", "h1", "h2", "h3", "p", "li"]);

export function urlTextOf(node: ProjectComponent): UrlText | undefined {
  const parameter = attributeOf(node, "data-url-text") ?? "";
  if (!parameterShape.test(parameter) || !wordTags.has(node.tagName ?? "")) return undefined;
  const max = Number(attributeOf(node, "data-url-max"));
  const values = (attributeOf(node, "data-url-values") ?? "")
    .split("\n")
    .map((value) => value.trim())
    .filter(Boolean);
  return {
    parameter,
    maxLength: max >= 1 ? Math.min(Math.floor(max), longest) : defaultLength,
    values: values.slice(0, 200),
  };
}

/** The words that stand there when the address brings none. */
export const defaultOf = (node: ProjectComponent): string =>
  childrenOf(node).every(isText)
    ? childrenOf(node)
        .map((child) => child.content ?? "")
        .join("")
    : textIn(node);

// Letters, digits and the marks of plain words: nothing that makes an address, a telephone number or a line of its own.
const plainWords = /^[\p{L}\p{M}\p{N} '’“”"«»()&+.,!?%€$£:–-]+$/u;
const looksLikeAddress = /:\/\/|www\.|@|\p{L}\.\p{L}{2,}|(?:\p{N}[ .()+-]*){7}/u;

/** The words of a parameter as they may be shown; undefined for what is no plain short text. */
export function shownUrlText(slot: UrlText, given: string): string | undefined {
  const text = given.normalize("NFC").replace(/\s+/g, " ").trim();
  if (slot.values.length > 0) return slot.values.find((value) => value.toLowerCase() === text.toLowerCase());
  if (text === "" || [...text].length > slot.maxLength) return undefined;
  return plainWords.test(text) && !looksLikeAddress.test(text) ? text : undefined;
}
