import { cleanMailAttributes } from "./clean-mail-attributes";
import { cleanMailTokens } from "./clean-mail-tokens";
import { DocumentError } from "./document-error";
import { withoutControls } from "./escape-html";
import type { MailNode } from "./mail-document";
import type { Report } from "./style-rules";

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

const allowedTags = words(`
  a abbr address article aside b bdi bdo big blockquote body br caption center cite code col colgroup dd del dfn div dl
  dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main map area mark nav ol p pre q s
  samp section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr`);

const droppedTags = words(`
  applet audio base bgsound button canvas dialog embed frame frameset head iframe input link math meta noembed noframes
  object option param plaintext script select svg template textarea title video xml xmp`);

const maxNodes = 20_000;
const maxDepth = 150;

export interface MailState {
  report: Report;
  css: string[];
  nodes: number;
}

export const newMailState = (report: Report): MailState => ({ report, css: [], nodes: 0 });

type RawObject = Record<string, unknown>;
const isObject = (value: unknown): value is RawObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const conditionShape = /^[\w\s()!&|.]{1,80}$/;

/** Mail nodes of whatever origin as nodes that are safe to store and to send. */
export function cleanMailNodes(raw: unknown, state: MailState, depth: number): MailNode[] {
  return Array.isArray(raw) ? raw.flatMap((one) => (isObject(one) ? cleanNode(one, state, depth) : [])) : [];
}

/** The head keeps only Outlook's conditional comments. */
export const cleanMailHead = (raw: unknown, state: MailState): MailNode[] =>
  cleanMailNodes(raw, state, 0).filter((node) => "condition" in node || "reveal" in node);

function cleanNode(raw: RawObject, state: MailState, depth: number): MailNode[] {
  state.nodes += 1;
  if (state.nodes > maxNodes)
    throw new DocumentError("too_many_elements", "", `It has more than ${maxNodes} elements.`);
  if (depth > maxDepth)
    throw new DocumentError("too_deep", "", `Elements are nested more than ${maxDepth} deep.`);
  if (typeof raw.text === "string") {
    const text = withoutControls(raw.text);
    return text ? [{ text }] : [];
  }
  if (typeof raw.reveal === "string")
    return raw.reveal === "" || conditionShape.test(raw.reveal) ? [{ reveal: raw.reveal }] : [];
  if (typeof raw.condition === "string") {
    return conditionShape.test(raw.condition)
      ? [{ condition: raw.condition, tokens: cleanMailTokens(raw.tokens, state.report) }]
      : [];
  }
  return typeof raw.tag === "string" ? cleanElement(raw, raw.tag.toLowerCase(), state, depth) : [];
}

function cleanElement(raw: RawObject, tag: string, state: MailState, depth: number): MailNode[] {
  const given = isObject(raw.attributes) ? raw.attributes : {};
  if (tag === "style") {
    const text = (Array.isArray(raw.children) ? raw.children : []).map((one) =>
      isObject(one) && typeof one.text === "string" ? one.text : "",
    );
    state.css.push(
      typeof given.media === "string" ? `@media ${given.media}{${text.join("")}}` : text.join(""),
    );
    return [];
  }
  if (droppedTags.has(tag)) {
    state.report(`<${tag}>`, "Mail programs do not show this, and it could run or load something.");
    return [];
  }
  const children = cleanMailNodes(raw.children, state, depth + 1);
  if (!allowedTags.has(tag) || (tag === "body" && depth > 0)) return children;
  const attributes = cleanMailAttributes(tag, given, state.report);
  return [
    {
      tag,
      ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
      ...(children.length > 0 ? { children } : {}),
    },
  ];
}
