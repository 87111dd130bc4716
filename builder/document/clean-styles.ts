import type { ProjectStyle } from "./project";
import { readCss } from "./read-css";
import { encodeIdent } from "./safe-css";
import { type Report, safeAtRule, safeDeclarations, toProjectStyles } from "./style-rules";

const maxRules = 5000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Property and value pairs of an editor's style object; nested rules of newer editors are left out. */
export function stylePairs(style: unknown): [string, string][] {
  if (!isRecord(style)) return [];
  return Object.entries(style).flatMap(([name, value]): [string, string][] => {
    const values = Array.isArray(value) ? value : [value];
    return values
      .filter((one) => typeof one === "string" || typeof one === "number")
      .map((one) => [name, String(one)]);
  });
}

function selectorText(selectors: unknown): string {
  const list = typeof selectors === "string" ? [selectors] : Array.isArray(selectors) ? selectors : [];
  return list
    .map((selector) => {
      if (isRecord(selector)) {
        const name = textOf(selector.name);
        return name && `${selector.type === 2 ? "#" : "."}${encodeIdent(name)}`;
      }
      const name = textOf(selector);
      if (name.startsWith("#")) return `#${encodeIdent(name.slice(1))}`;
      return name && `.${encodeIdent(name.replace(/^\./, ""))}`;
    })
    .join("");
}

function cleanStyle(raw: Record<string, unknown>, report: Report): ProjectStyle[] {
  const type = textOf(raw.atRuleType) || (raw.mediaText ? "media" : "");
  const at = type ? safeAtRule(type, textOf(raw.mediaText)) : undefined;
  if (type && !at) {
    report(`@${type} ${textOf(raw.mediaText)}`.slice(0, 120), "This rule cannot be kept.");
    return [];
  }
  const suffix = raw.important === true ? " !important" : "";
  const pairs = stylePairs(raw.style).map(([name, value]) => [name, value + suffix] as const);
  const style = safeDeclarations(pairs, report, at?.type === "font-face");
  const own = selectorText(raw.selectors);
  const state = textOf(raw.state).replace(/^:/, "");
  const selectors = [own && (state ? `${own}:${state}` : own), textOf(raw.selectorsAdd)]
    .filter(Boolean)
    .join(", ");
  return toProjectStyles(selectors, style, at, report);
}

/** Sanitises the styles of project data: rules as the editor stores them, or a style sheet as text. */
export function cleanStyles(raw: unknown, report: Report): ProjectStyle[] {
  if (typeof raw === "string") return readCss(raw, report);
  if (!Array.isArray(raw)) return [];
  if (raw.length > maxRules) report("Styles", `Only the first ${maxRules} rules are kept.`);
  return raw
    .slice(0, maxRules)
    .flatMap((rule) =>
      typeof rule === "string" ? readCss(rule, report) : isRecord(rule) ? cleanStyle(rule, report) : [],
    );
}
