import { type DefaultTreeAdapterTypes, parse, parseFragment, html as spec } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Markup as an unchecked component tree: nothing here is safe before cleanNodes. */
export interface RawNode {
  type?: string;
  tagName?: string;
  attributes?: Record<string, string>;
  content?: string;
  components?: RawNode[];
}

const maxHtmlDepth = 400;

const toRaw = (nodes: Node[], depth: number): RawNode[] => nodes.flatMap((node) => rawOf(node, depth));

function rawOf(node: Node, depth: number): RawNode[] {
  if ("value" in node) return [{ type: "textnode", content: node.value }];
  if (!("tagName" in node) || depth > maxHtmlDepth) return [];
  const attributes: Record<string, string> = Object.create(null);
  for (const attribute of node.attrs) attributes[attribute.name] = attribute.value;
  const foreign = node.namespaceURI === spec.NS.MATHML;
  const inner = "content" in node ? node.content.childNodes : node.childNodes;
  return [
    {
      tagName: foreign ? "math" : node.tagName,
      attributes,
      components: foreign ? [] : toRaw(inner, depth + 1),
    },
  ];
}

export interface RawPage {
  body: RawNode;
  head: RawNode[];
  /** Attributes of <html>. */
  attributes: Record<string, string>;
}

const isElement = (node: Node, tag: string): node is DefaultTreeAdapterTypes.Element =>
  "tagName" in node && node.tagName === tag;

export function readHtmlPage(html: string): RawPage {
  const document = parse(html, { scriptingEnabled: false });
  const root = document.childNodes.find((node) => isElement(node, "html"));
  const children = root && "childNodes" in root ? root.childNodes : [];
  const head = children.find((node) => isElement(node, "head"));
  const body = children.find((node) => isElement(node, "body"));
  const [rawBody] = body ? rawOf(body, 0) : [];
  const [rawHead] = head ? rawOf(head, 0) : [];
  const [rawRoot] = root ? rawOf({ ...root, childNodes: [] } as DefaultTreeAdapterTypes.Element, 0) : [];
  return {
    body: rawBody ?? { tagName: "body" },
    head: rawHead?.components ?? [],
    attributes: rawRoot?.attributes ?? {},
  };
}

export const readHtmlFragment = (html: string): RawNode[] =>
  toRaw(parseFragment(html, { scriptingEnabled: false }).childNodes, 0);

export const textOfRaw = (nodes: RawNode[] | undefined): string =>
  (nodes ?? []).map((node) => node.content ?? textOfRaw(node.components)).join("");
