import { attributesToHtml, escapeHtml, escapeText } from "./escape-html";
import type { MailDocument, MailElement, MailNode, MailToken } from "./mail-document";
import { numberLinks } from "./mail-links";
import { encodeValue, replaceFields } from "./merge-fields";
import { directionOf } from "./notice-words";

export interface RenderedMail {
  /** HTML with slots for fillMail: merge fields, {{@link:N}}, {{@url:name|fallback}} and {{@lines:name}}. */
  html: string;
  /** Targets of {{@link:N}}; merge fields in them only after the host. */
  links: string[];
}

type Numbers = Map<MailElement | MailToken, number>;

/** Typed text can never become one of the renderer's own slots. */
const notASlot = (html: string): string => html.replaceAll("{{@", "&#123;{@");

const text = (value: string): string =>
  notASlot(escapeText(value)).replace(/\{\{\s*postal_address\s*\}\}/gi, "{{@lines:postal_address}}");

const slot = (kind: string, name: string, fallback: string): string =>
  `{{@${kind}:${name}${fallback ? `|${fallback}` : ""}}}`;

const ownSlots = /^\{\{(?:unsubscribe|preferences)_url\}\}$/;

function url(value: string, number: number | undefined): string {
  if (number !== undefined) return `{{@link:${number}}}`;
  if (ownSlots.test(value)) return value;
  const named = replaceFields(value.replaceAll("{{@", "%7B%7B@"), (name, fallback) =>
    slot("url", name, encodeValue(fallback)),
  );
  return escapeHtml(named);
}

function attributes(given: Record<string, string> | undefined, number: number | undefined): string {
  return Object.entries(given ?? {})
    .map(([name, value]) => {
      const isUrl = name === "href" || name === "src" || name === "background";
      return ` ${name}="${isUrl ? url(value, number) : notASlot(escapeHtml(value))}"`;
    })
    .join("");
}

const voidMailTags = new Set(["area", "br", "col", "hr", "img", "wbr"]);

function renderNode(node: MailNode, numbers: Numbers): string {
  if ("text" in node) return text(node.text);
  if ("reveal" in node) return node.reveal === "" ? "<!--<![endif]-->" : `<!--[if ${node.reveal}]><!-->`;
  if ("condition" in node) {
    return `<!--[if ${node.condition}]>${node.tokens.map((token) => renderToken(token, numbers)).join("")}<![endif]-->`;
  }
  const given = node.tag === "img" ? { alt: "", ...node.attributes } : node.attributes;
  const open = `<${node.tag}${attributes(given, numbers.get(node))}>`;
  return voidMailTags.has(node.tag) ? open : `${open}${renderNodes(node.children, numbers)}</${node.tag}>`;
}

const renderNodes = (nodes: MailNode[] | undefined, numbers: Numbers): string =>
  (nodes ?? []).map((node) => renderNode(node, numbers)).join("");

function renderToken(token: MailToken, numbers: Numbers): string {
  if ("text" in token) return text(token.text);
  if ("css" in token) return token.css.replaceAll("-->", "--\\>");
  if ("close" in token) return `</${token.close}>`;
  return `<${token.open}${attributes(token.attributes, numbers.get(token))}${token.closed ? " /" : ""}>`;
}

const hidden = "display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all";

/** The one renderer of mails: once per campaign; fillMail then makes each person's copy. */
export function renderMail(
  document: MailDocument,
  options: { title?: string; preheader?: string } = {},
): RenderedMail {
  const { targets, numbers } = numberLinks(document);
  const language = document.language ?? "en";
  const preheader = options.preheader ?? document.preheader ?? "";
  const styles = document.styles.map((css) => `<style>${css}</style>`).join("");
  const lead = preheader ? `<div style="${hidden}">${text(preheader)}</div>` : "";
  const { body } = document;
  const html =
    `<!doctype html><html${attributesToHtml({
      lang: language,
      dir: directionOf(language),
      "xmlns:v": "urn:schemas-microsoft-com:vml",
      "xmlns:o": "urn:schemas-microsoft-com:office:office",
    })}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<meta name="x-apple-disable-message-reformatting"><title>${notASlot(escapeText(options.title ?? ""))}</title>` +
    `${renderNodes(document.head, numbers)}${styles}</head>` +
    `<body${attributes(body.attributes, undefined)}>${lead}${renderNodes(body.children, numbers)}</body></html>\n`;
  return { html, links: targets };
}
