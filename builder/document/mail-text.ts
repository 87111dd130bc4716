import type { MailDocument, MailElement, MailNode, MailToken } from "./mail-document";
import { isElement, isHidden, numberLinks } from "./mail-links";
import { mergeFieldsIn } from "./merge-fields";

const blocks =
  /^(?:address|article|aside|blockquote|center|dd|div|dl|dt|figure|figcaption|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tr|ul)$/;
const spaced = /^(?:blockquote|figure|h[1-6]|ol|p|pre|table|ul)$/;

type Numbers = Map<MailElement | MailToken, number>;

function writeNode(node: MailNode, numbers: Numbers): string {
  if ("text" in node) return node.text.replaceAll("{{@", "{ {@").replace(/\s+/g, " ");
  if (!isElement(node) || isHidden(node)) return "";
  if (node.tag === "br") return "\n";
  if (node.tag === "hr") return "\n\n----\n\n";
  if (node.tag === "img") return node.attributes?.alt ? `[${node.attributes.alt}]` : "";
  const inner = (node.children ?? []).map((child) => writeNode(child, numbers)).join("");
  if (node.tag === "a") return writeLink(node, inner.trim(), numbers);
  if (node.tag === "li") return `\n- ${inner.trim()}\n`;
  if (node.tag === "td" || node.tag === "th") return `${inner} `;
  if (!blocks.test(node.tag)) return inner;
  return spaced.test(node.tag) ? `\n\n${inner}\n\n` : `\n${inner}\n`;
}

function writeLink(node: MailElement, words: string, numbers: Numbers): string {
  const href = node.attributes?.href ?? "";
  const number = numbers.get(node);
  const target = number === undefined ? href.replace(/^mailto:/i, "") : `{{@link:${number}}}`;
  if (!target || target.startsWith("#") || words === target || words === href) return words || target;
  return words ? `${words} ( ${target} )` : target;
}

/** The plain text part of a mail, with the slots of fillMailText and the same link numbers as the HTML. */
export function mailText(document: MailDocument): string {
  const { numbers } = numberLinks(document);
  return writeNode({ ...document.body, tag: "div" }, numbers)
    .split("\n")
    .map((line) => line.replace(/[ \t\u00a0\u200b\u200c]+/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function someVisible(node: MailNode, test: (node: MailNode) => boolean): boolean {
  if (isElement(node) && isHidden(node)) return false;
  return test(node) || (isElement(node) && (node.children ?? []).some((child) => someVisible(child, test)));
}

const hasWords = (node: MailNode): boolean =>
  ("text" in node && node.text.trim() !== "") ||
  (isElement(node) && node.tag === "img" && Boolean(node.attributes?.alt));

/** Whether a reader can see and follow a link to unsubscribe. */
export const mailHasUnsubscribe = (document: MailDocument): boolean =>
  someVisible(
    document.body,
    (node) =>
      isElement(node) &&
      node.tag === "a" &&
      node.attributes?.href === "{{unsubscribe_url}}" &&
      someVisible(node, hasWords),
  );

/** Whether a reader can see the sender's postal address. */
export const mailHasPostalAddress = (document: MailDocument): boolean =>
  someVisible(
    document.body,
    (node) => "text" in node && mergeFieldsIn(node.text).some(({ name }) => name === "postal_address"),
  );
