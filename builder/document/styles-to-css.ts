import { type CssNode, generate, parse, walk } from "css-tree";
import { descendants } from "./component-tree";
import type { PagePicture } from "./page-picture";
import type { ProjectComponent, ProjectStyle } from "./project";
import { encodeIdent } from "./safe-css";
import { isOwnSource } from "./safe-url";

interface Names {
  classes: Set<string>;
  ids: Set<string>;
  tags: Set<string>;
}

function namesIn(root: ProjectComponent): Names {
  const nodes = [root, ...descendants(root)];
  return {
    classes: new Set(nodes.flatMap((node) => node.classes ?? [])),
    ids: new Set(nodes.map((node) => node.attributes?.id ?? "")),
    tags: new Set(["html", "body", "main", ...nodes.map((node) => (node.tagName ?? "div").toLowerCase())]),
  };
}

const plain = (name: string): string =>
  name.replace(/\\([0-9a-f]{1,6}\s?|.)/gi, (_all, one: string) =>
    one.length > 1 ? String.fromCodePoint(Number.parseInt(one, 16) || 0xfffd) : one,
  );

/** Whether every name a selector requires occurs; arguments of :not() and the like are not required. */
function canMatch(selector: CssNode, names: Names): boolean {
  if (selector.type !== "Selector") return false;
  return selector.children.toArray().every((part) => {
    if (part.type === "ClassSelector") return names.classes.has(plain(part.name));
    if (part.type === "IdSelector") return names.ids.has(plain(part.name));
    if (part.type === "TypeSelector") return part.name === "*" || names.tags.has(part.name.toLowerCase());
    return true;
  });
}

function usedSelectors(list: string, names: Names): string[] {
  const ast = parse(list, { context: "selectorList" });
  return ast.type === "SelectorList"
    ? ast.children
        .toArray()
        .filter((selector) => canMatch(selector, names))
        .map((selector) => generate(selector))
    : [];
}

function selectorOf(style: ProjectStyle, names: Names): string {
  if (style.atRuleType === "font-face") return "";
  if (style.atRuleType === "keyframes") return style.selectorsAdd ?? "";
  const isUsed = style.selectors.every((name) =>
    name.startsWith("#") ? names.ids.has(name.slice(1)) : names.classes.has(name),
  );
  const own =
    isUsed && style.selectors.length > 0
      ? style.selectors
          .map((name) => (name.startsWith("#") ? `#${encodeIdent(name.slice(1))}` : `.${encodeIdent(name)}`))
          .join("") + (style.state ? `:${style.state}` : "")
      : "";
  const others = style.selectorsAdd ? usedSelectors(style.selectorsAdd, names) : [];
  return [own, ...others].filter(Boolean).join(",");
}

/** Addresses of the files that a style sheet names. */
export interface StyleFiles {
  assetUrl?(src: string): string | undefined;
  picture?(src: string): PagePicture | undefined;
}

const backgroundUrl = /url\(\s*(?:"([^"()\\]*)"|'([^'()\\]*)'|([^\s"'()\\]*))\s*\)/g;

/** A background again in formats that take fewer bytes; undefined when it has no picture of ours. */
function smallerBackground(name: string, value: string, { picture }: StyleFiles): string | undefined {
  if (!picture || !/^background(?:-image)?$/.test(name)) return undefined;
  let isFound = false;
  const written = value.replace(backgroundUrl, (whole, double?: string, single?: string, bare?: string) => {
    const src = double ?? single ?? bare ?? "";
    const known = isOwnSource(src) ? picture(src) : undefined;
    const options = (known?.sources ?? []).flatMap(({ type, candidates }) => {
      const fitting = candidates.find(({ width }) => width >= (known?.width ?? 0)) ?? candidates.at(-1);
      return fitting ? [`url("${fitting.src}") type("${type}")`] : [];
    });
    isFound ||= options.length > 1;
    return options.length > 1 ? `image-set(${options.join(",")})` : whole;
  });
  return isFound ? written : undefined;
}

const declarationsOf = (style: ProjectStyle, files: StyleFiles): string =>
  Object.entries(style.style)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const))
    .flatMap(([name, value]) => {
      const smaller = smallerBackground(name, value, files);
      return smaller ? [`${name}:${value}`, `${name}:${smaller}`] : [`${name}:${value}`];
    })
    .join(";");

const isNamed = (style: ProjectStyle): boolean =>
  style.atRuleType === "keyframes" || style.atRuleType === "font-face";

/** Animations and fonts that no kept declaration names are left out. */
function isNamedBy(style: ProjectStyle, css: string): boolean {
  const family = style.style["font-family"];
  const name = style.atRuleType === "keyframes" ? style.mediaText : String(family ?? "").replace(/["']/g, "");
  return Boolean(name) && css.includes(String(name));
}

/** Text that may stand between <style> and </style>. */
const asStyleText = (css: string): string => css.replaceAll("</", "<\\/").replaceAll("<!", "<\\!");

/** The rules of a page that can match something on it, as one style sheet in stored order. */
export function stylesToCss(root: ProjectComponent, styles: ProjectStyle[], files: StyleFiles = {}): string {
  const names = namesIn(root);
  const written = styles.map((style) => ({
    style,
    selector: selectorOf(style, names),
    body: declarationsOf(style, files),
  }));
  const matching = written.filter(({ style, selector }) => !isNamed(style) && selector !== "");
  const uses = matching.map(({ body }) => body).join(";");
  const kept = written.filter(({ style, selector }) =>
    isNamed(style) ? isNamedBy(style, uses) : selector !== "",
  );
  let css = "";
  let open = "";
  for (const { style, selector, body } of kept) {
    const at = style.atRuleType ? `@${style.atRuleType}${style.mediaText ? ` ${style.mediaText}` : ""}` : "";
    const isFontFace = style.atRuleType === "font-face";
    if (at !== open || isFontFace) {
      css += open ? "}" : "";
      css += at ? `${at}{` : "";
      open = at;
    }
    css += isFontFace ? body : `${selector}{${body}}`;
  }
  css += open ? "}" : "";
  return asStyleText(files.assetUrl ? withPublicUrls(css, files.assetUrl) : css);
}

function withPublicUrls(css: string, assetUrl: (src: string) => string | undefined): string {
  if (!css.includes("url(")) return css;
  const sheet = parse(css, { positions: false });
  walk(sheet, (node) => {
    if (node.type !== "Url" || node.value.startsWith("data:") || node.value.startsWith("#")) return;
    if (isOwnSource(node.value)) node.value = assetUrl(node.value) ?? node.value;
  });
  return generate(sheet);
}
