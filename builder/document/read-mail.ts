import { type DefaultTreeAdapterTypes, parse, type Token, Tokenizer, TokenizerMode } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Mail markup as unchecked nodes: nothing here is safe before cleanMailNodes. */
export type RawMailNode =
  | { tag: string; attributes: Record<string, string>; children: RawMailNode[] }
  | { text: string }
  | { condition: string; tokens: RawMailToken[] }
  | { reveal: string };

export type RawMailToken =
  | { open: string; attributes: Record<string, string>; closed?: boolean }
  | { close: string }
  | { text: string }
  | { css: string };

const maxDepth = 300;

export function readHtmlMail(html: string): {
  head: RawMailNode[];
  body: RawMailNode;
  styles: string[];
  language: string | undefined;
} {
  const document = parse(html, { scriptingEnabled: false });
  const root = document.childNodes.find((node) => "tagName" in node && node.tagName === "html");
  const parts = root && "childNodes" in root ? root.childNodes : [];
  const find = (tag: string) => parts.find((node) => "tagName" in node && node.tagName === tag);
  const head = find("head");
  const body = find("body");
  const headNodes = head && "childNodes" in head ? rawNodes(head.childNodes, 0) : [];
  const styles = headNodes.flatMap((node) =>
    "tag" in node && node.tag === "style" ? [styleText(node)] : [],
  );
  return {
    head: headNodes.filter((node) => "condition" in node || "reveal" in node),
    body: (body && rawNodes([body], 0)[0]) ?? { tag: "body", attributes: {}, children: [] },
    styles,
    language: root && "attrs" in root ? root.attrs.find((one) => one.name === "lang")?.value : undefined,
  };
}

function styleText(node: { attributes: Record<string, string>; children: RawMailNode[] }): string {
  const text = node.children.map((child) => ("text" in child ? child.text : "")).join("");
  const media = node.attributes.media?.trim();
  return media ? `@media ${media}{${text}}` : text;
}

const rawNodes = (nodes: Node[], depth: number): RawMailNode[] =>
  nodes.flatMap((node) => rawNode(node, depth));

function rawNode(node: Node, depth: number): RawMailNode[] {
  if ("value" in node) return [{ text: node.value }];
  if ("data" in node) return readComment(node.data);
  if (!("tagName" in node) || depth > maxDepth) return [];
  const attributes = attributesOf(node.attrs);
  const inner = "content" in node ? node.content.childNodes : node.childNodes;
  return [{ tag: node.tagName, attributes, children: rawNodes(inner, depth + 1) }];
}

function attributesOf(attrs: { name: string; value: string }[]): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  for (const { name, value } of attrs) attributes[name] = value;
  return attributes;
}

/** Outlook's conditional comments; every other comment is dropped. */
function readComment(data: string): RawMailNode[] {
  const text = data.trim();
  if (/^<?!?\[endif\]$/i.test(text)) return [{ reveal: "" }];
  const revealed = /^\[if\s([^\]]+)\](?:>\s*<!|>\s*-->\s*<!)?$/i.exec(text);
  if (revealed) return [{ reveal: revealed[1]?.trim() ?? "" }];
  const hidden = /^\[if\s([^\]]+)\]>([\s\S]*?)<!\[endif\]$/i.exec(text);
  return hidden ? [{ condition: hidden[1]?.trim() ?? "", tokens: readTokens(hidden[2] ?? "") }] : [];
}

/** Tags one by one, unbalanced as Outlook's ghost tables are. */
function readTokens(markup: string): RawMailToken[] {
  const tokens: RawMailToken[] = [];
  let inStyle = false;
  const text = ({ chars }: Token.CharacterToken) =>
    void tokens.push(inStyle ? { css: chars } : { text: chars });
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag: ({ tagName, attrs, selfClosing }) => {
        inStyle = tagName === "style";
        if (inStyle) tokenizer.state = TokenizerMode.RAWTEXT;
        tokens.push({
          open: tagName,
          attributes: attributesOf(attrs),
          ...(selfClosing ? { closed: true } : {}),
        });
      },
      onEndTag: ({ tagName }) => {
        inStyle = false;
        tokens.push({ close: tagName });
      },
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
    },
  );
  tokenizer.write(markup, true);
  return tokens;
}
