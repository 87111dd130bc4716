import { type CssNode, generate, ident, parse, walk } from "css-tree";
import { isOwnSource, safeSource } from "./safe-url";

const maxValueLength = 20_000;
const propertyShape = /^(?:--[\w-]{1,60}|-?[a-z][a-z-]{0,60})$/;
const forbiddenProperties =
  /^(?:behaviou?r|-moz-binding|-ms-behaviou?r|-o-link(?:-source)?|-ms-filter|src|(?:java|vb|live)script)$/;
const forbiddenInValues =
  /expression\s*\(|(?:java|vb|live)script\s*:|-moz-binding|@import|(?:image-set|cross-fade|element|paint)\s*\(|(?:^|[^\w-])(?:src|image|attr\s*\([^)]*url)\s*\(|progid\s*:/i;
/** Nested deeper than this, brackets only exist to exhaust their reader. */
const maxBrackets = 60;
const important = /!\s{0,20}important$/i;

const decodeEscapes = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, "")
    .replace(/\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi, (_all, hex?: string, character?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : 0;
      return hex ? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "") : (character ?? "");
    });

function parsed(text: string, options: { context: string; atrule?: string }): CssNode | undefined {
  try {
    return parse(text, { ...options, positions: false });
  } catch {
    return undefined;
  }
}

export const isSafeProperty = (name: string): boolean =>
  propertyShape.test(name) && !forbiddenProperties.test(name);

const isTooNested = (text: string): boolean => {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest > maxBrackets;
};

/** Whether a value, its escapes decoded, could run something or load it by anything but `url()`. */
export const loadsOrRuns = (decoded: string): boolean =>
  // Before the patterns: they look on to the end of an open bracket.
  isTooNested(decoded) || forbiddenInValues.test(decoded);

/** The value as it may be kept; undefined when it could run something, or load it from outside where that is not allowed. */
export function safeValue(value: string, allowRemote = false): string | undefined {
  if (value.length > maxValueLength) return undefined;
  const trimmed = value.trim();
  const isImportant = important.test(trimmed);
  const plain = trimmed.replace(important, "").trim();
  if (plain === "" || isTooNested(plain) || loadsOrRuns(decodeEscapes(plain))) return undefined;
  const ast = parsed(plain, { context: "value" });
  if (!ast) return undefined;
  let urls = 0;
  let safe = true;
  walk(ast, (node) => {
    if (node.type !== "Url") return;
    urls += 1;
    const source = safeSource(node.value);
    if (source && (allowRemote || isOwnSource(source))) node.value = source;
    else safe = false;
  });
  const named = decodeEscapes(plain).match(/url\s*\(/gi)?.length ?? 0;
  if (!safe || named !== urls) return undefined;
  const kept = generate(ast);
  return kept === "" ? undefined : kept + (isImportant ? " !important" : "");
}

/** Whether an address in it is that of a picture, and of nothing else that a drawing or a font could bring. */
export const isPictureProperty = (name: string): boolean =>
  /^(?:background|list-style|border-image|content)(?:-|$)/i.test(name);

/** `src` of a font face: our own files and local fonts only. */
export function safeFontSource(value: string): string | undefined {
  const kept = safeValue(value);
  return kept && /url\(|local\(/i.test(kept) ? kept : undefined;
}

const regenerated = (text: string, options: { context: string; atrule?: string }): string | undefined => {
  if ((text.match(/[([]/g)?.length ?? 0) > maxBrackets) return undefined;
  const ast = parsed(text, options);
  return ast && !hasRaw(ast) ? generate(ast) : undefined;
};

export const safeSelectorList = (text: string): string | undefined =>
  text.length > 4000 || text.trim() === "" ? undefined : regenerated(text, { context: "selectorList" });

export const safeCondition = (kind: string, text: string): string | undefined =>
  text.length > 500 || /[{};@\\]|\/\*/.test(text) || /url\s*\(/i.test(text)
    ? undefined
    : regenerated(text, { context: "atrulePrelude", atrule: kind });

function hasRaw(ast: CssNode): boolean {
  let raw = false;
  walk(ast, (node) => {
    if (node.type === "Raw") raw = true;
  });
  return raw;
}

export const keyframesName = (text: string): string | undefined =>
  /^-?[A-Za-z_][\w-]{0,60}$/.test(text.trim()) ? text.trim() : undefined;

export const keyframesSelector = (text: string): string | undefined =>
  /^(?:from|to|\d+(?:\.\d+)?%)(?:\s*,\s*(?:from|to|\d+(?:\.\d+)?%))*$/i.test(text.trim())
    ? text.trim()
    : undefined;

export const encodeIdent = (name: string): string => ident.encode(name);
export const decodeIdent = (name: string): string => ident.decode(name);

export const selectorToText = (selector: CssNode): string => generate(selector);
