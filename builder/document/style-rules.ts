import { type CssNode, parse } from "css-tree";
import type { ProjectStyle } from "./project";
import {
  decodeIdent,
  isSafeProperty,
  keyframesName,
  keyframesSelector,
  safeCondition,
  safeFontSource,
  safeSelectorList,
  safeValue,
  selectorToText,
} from "./safe-css";

export type Report = (what: string, why: string) => void;

export interface AtRule {
  type: string;
  text: string;
}

const conditional = new Set(["media", "supports", "container"]);

export function safeAtRule(type: string, text: string): AtRule | undefined {
  if (conditional.has(type)) {
    const condition = safeCondition(type, text);
    return condition ? { type, text: condition } : undefined;
  }
  if (type === "keyframes") {
    const name = keyframesName(text);
    return name ? { type, text: name } : undefined;
  }
  return type === "font-face" ? { type, text: "" } : undefined;
}

export function safeDeclarations(
  pairs: Iterable<readonly [string, string]>,
  report: Report,
  inFontFace = false,
): Record<string, string | string[]> {
  const style: Record<string, string | string[]> = {};
  for (const [rawName, rawValue] of pairs) {
    const name = rawName.startsWith("--") ? rawName : rawName.trim().toLowerCase();
    const isFontSource = inFontFace && name === "src";
    const value = isFontSource
      ? safeFontSource(rawValue)
      : isSafeProperty(name)
        ? safeValue(rawValue)
        : undefined;
    if (value === undefined) {
      report(`${name}: ${rawValue}`.slice(0, 120), "This style could load or run something from outside.");
      continue;
    }
    const before = Object.hasOwn(style, name) ? style[name] : undefined;
    if (before === undefined) style[name] = value;
    else if (Array.isArray(before)) before.push(value);
    else if (before !== value) style[name] = [before, value];
  }
  return style;
}

/** A selector the editor can show beside a component: classes or one id, with at most one state. */
function asSimple(selector: CssNode): Pick<ProjectStyle, "selectors" | "state"> | undefined {
  if (selector.type !== "Selector") return undefined;
  const parts = selector.children.toArray();
  const last = parts.at(-1);
  const state =
    last?.type === "PseudoClassSelector" &&
    last.children === null &&
    /^(?:hover|active|focus)$/.test(last.name)
      ? last.name
      : undefined;
  const named = state ? parts.slice(0, -1) : parts;
  if (named.length === 0) return undefined;
  const selectors: string[] = [];
  for (const part of named) {
    if (part.type === "ClassSelector") selectors.push(decodeIdent(part.name));
    else if (part.type === "IdSelector" && named.length === 1) selectors.push(`#${decodeIdent(part.name)}`);
    else return undefined;
  }
  if (selectors.some((name, index) => /\s/.test(name) || selectors.indexOf(name) !== index)) return undefined;
  return { selectors, ...(state ? { state } : {}) };
}

const atFields = (at?: AtRule): Partial<ProjectStyle> =>
  at ? { atRuleType: at.type, ...(at.text ? { mediaText: at.text } : {}) } : {};

/** Project rules for one CSS rule; none when its selector cannot be kept. */
export function toProjectStyles(
  selectorText: string,
  style: ProjectStyle["style"],
  at: AtRule | undefined,
  report: Report,
): ProjectStyle[] {
  if (Object.keys(style).length === 0) return [];
  if (at?.type === "font-face") return [{ selectors: [], style, ...atFields(at), singleAtRule: true }];
  if (at?.type === "keyframes") {
    const frame = keyframesSelector(selectorText);
    return frame ? [{ selectors: [], selectorsAdd: frame, style, ...atFields(at) }] : [];
  }
  const safe = safeSelectorList(selectorText);
  if (!safe) {
    report(selectorText.slice(0, 120), "This selector is not understood.");
    return [];
  }
  const list = parse(safe, { context: "selectorList" });
  const simple: ProjectStyle[] = [];
  const complex: string[] = [];
  const selectors = list.type === "SelectorList" ? list.children.toArray() : [];
  for (const selector of selectors) {
    const found = asSimple(selector);
    if (found)
      simple.push({
        selectors: found.selectors,
        style,
        ...(found.state ? { state: found.state } : {}),
        ...atFields(at),
      });
    else complex.push(selectorToText(selector));
  }
  const other: ProjectStyle[] = complex.length
    ? [{ selectors: [], selectorsAdd: complex.join(", "), style, ...atFields(at) }]
    : [];
  return [...simple, ...other];
}
