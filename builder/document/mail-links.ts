import type { MailDocument, MailElement, MailNode, MailToken } from "./mail-document";

const isWeb = (href: string | undefined): href is string => href !== undefined && /^https?:/i.test(href);

export const isElement = (node: MailNode): node is MailElement => "tag" in node;

/** Number of every web link, in the order a renderer meets them; HTML and text part share it. */
export function numberLinks(document: MailDocument): {
  targets: string[];
  numbers: Map<MailElement | MailToken, number>;
} {
  const targets: string[] = [];
  const numbers = new Map<MailElement | MailToken, number>();
  const note = (owner: MailElement | MailToken, href: string | undefined) => {
    if (!isWeb(href)) return;
    numbers.set(owner, targets.length);
    targets.push(href);
  };
  const visit = (node: MailNode): void => {
    if ("condition" in node) {
      for (const token of node.tokens) if ("open" in token) note(token, token.attributes.href);
    } else if (isElement(node)) {
      if (node.tag === "a" || node.tag === "area") note(node, node.attributes?.href);
      for (const child of node.children ?? []) visit(child);
    }
  };
  visit(document.body);
  return { targets, numbers };
}

const hiding =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|em|rem|%)?\s*(?:;|$|!)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!))/i;

export const isHidden = (node: MailElement): boolean => hiding.test(node.attributes?.style ?? "");
