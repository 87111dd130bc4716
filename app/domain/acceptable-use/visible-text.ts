import { type DefaultTreeAdapterTypes, parse } from "parse5";

export interface VisibleText {
  visible: string;
  /** Text that style or attributes keep from the reader. */
  hidden: string;
  links: { href: string; text: string }[];
}

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => "tagName" in node;
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

const unseen = new Set(["script", "style", "title", "template", "noscript", "head"]);
const hidingStyle =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|font-size\s*:\s*[01](?:px|pt|em|%)?\s*(?:;|!|$)|mso-hide\s*:\s*all|max-height\s*:\s*0)/i;
const textIndented = /text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{3,}/i;

function sameColours(style: string): boolean {
  const colour = /(?:^|;)\s*color\s*:\s*([^;!]+)/i.exec(style)?.[1]?.trim().toLowerCase();
  const background = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)/i.exec(style)?.[1]?.trim().toLowerCase();
  return colour !== undefined && colour === background;
}

function hides(element: Element): boolean {
  const style = attribute(element, "style") ?? "";
  return (
    attribute(element, "hidden") !== undefined ||
    hidingStyle.test(style) ||
    textIndented.test(style) ||
    sameColours(style)
  );
}

/** Padding characters that push the rest of a preview line out of sight are no text. */
const spaces = /(?:[\s\u00AD\u200B-\u200F\u2060\uFEFF]|\u034F)+/g;

/** Iterative: a hostile message may be nested deeper than the stack. */
export function readVisibleText(html: string): VisibleText {
  const visible: string[] = [];
  const hidden: string[] = [];
  const links: { href: string; text: string }[] = [];
  const open: { node: Node; concealed: boolean; link: number | undefined }[] = [];
  const enter = (children: readonly Node[], concealed: boolean, link: number | undefined) => {
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const node = children[index];
      if (node) open.push({ node, concealed, link });
    }
  };
  enter(parse(html).childNodes, false, undefined);
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, concealed, link } = next;
    if (node.nodeName === "#text" && "value" in node) {
      (concealed ? hidden : visible).push(node.value);
      const target = link === undefined ? undefined : links[link];
      if (target) target.text += node.value;
    } else if (isElement(node) && !unseen.has(node.tagName)) {
      const href = node.tagName === "a" ? attribute(node, "href") : undefined;
      if (href !== undefined) links.push({ href, text: "" });
      enter(node.childNodes, concealed || hides(node), href === undefined ? link : links.length - 1);
    }
  }
  const joined = (parts: string[]) => parts.join(" ").replace(spaces, " ").trim();
  return { visible: joined(visible), hidden: joined(hidden), links };
}
