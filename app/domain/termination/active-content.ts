import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;

const activeTags = new Set(
  "script iframe frame object embed applet form base link portal svg math template noscript".split(" "),
);
const addressAttributes = new Set([
  "href",
  "src",
  "action",
  "background",
  "poster",
  "xlink:href",
  "formaction",
]);
const safeAddress = /^(https?:|mailto:|tel:|#|\/|\{\{|data:image\/(png|jpeg|gif|webp);|$)/i;

function isActive(node: Node): boolean {
  if (!("tagName" in node)) return "childNodes" in node && node.childNodes.some(isActive);
  if (activeTags.has(node.tagName)) return true;
  if (node.tagName === "meta" && node.attrs.some(({ name }) => name === "http-equiv")) {
    const kind = node.attrs.find(({ name }) => name === "http-equiv")?.value.toLowerCase() ?? "";
    if (kind !== "content-type" && kind !== "x-ua-compatible") return true;
  }
  for (const { name, value } of node.attrs) {
    if (/^on/i.test(name) || name === "srcdoc") return true;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them inside a scheme
    if (addressAttributes.has(name) && !safeAddress.test(value.replace(/[\u0000-\u0020]/g, ""))) return true;
    if (name === "style" && /expression|javascript:|behaviou?r/i.test(value)) return true;
  }
  return node.childNodes.some(isActive);
}

/** Whether the HTML of a mail holds anything that could run or send. */
export const hasActiveContent = (html: string): boolean => isActive(parse(html));
