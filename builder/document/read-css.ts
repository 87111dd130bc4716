import {
  type Atrule,
  type Block,
  type CssNode,
  type Declaration,
  generate,
  parse,
  type Rule,
} from "css-tree";
import type { ProjectStyle } from "./project";
import { type AtRule, type Report, safeAtRule, safeDeclarations, toProjectStyles } from "./style-rules";

const maxCssLength = 500_000;
const maxNesting = 6;
const maxRules = 5000;

/** The declarations of a style attribute. */
export function readDeclarations(text: string): [string, string][] {
  if (text.length > 20_000) return [];
  const list = parse(text, { context: "declarationList", positions: false, onParseError: () => {} });
  if (list.type !== "DeclarationList") return [];
  return list.children
    .toArray()
    .flatMap((node): [string, string][] => (node.type === "Declaration" ? [pairOf(node)] : []));
}

const pairOf = (declaration: Declaration): [string, string] => [
  declaration.property,
  generate(declaration.value) + (declaration.important ? " !important" : ""),
];

interface Place {
  parents?: string[];
  at?: AtRule;
  depth: number;
}

/** Reads a style sheet into project rules, in order; nesting is flattened, everything unsafe is left out. */
export function readCss(css: string, report: Report): ProjectStyle[] {
  if (css.length > maxCssLength) {
    report("Style sheet", "It is longer than 500,000 characters.");
    return [];
  }
  const styles: ProjectStyle[] = [];
  try {
    const sheet = parse(css, { positions: false, onParseError: () => {} });
    if (sheet.type === "StyleSheet") readNodes(sheet.children.toArray(), { depth: 0 }, styles, report);
  } catch {
    report("Style sheet", "It is nested too deeply to be read.");
  }
  if (styles.length > maxRules) report("Style sheet", `Only its first ${maxRules} rules are kept.`);
  return styles.slice(0, maxRules);
}

function readNodes(nodes: CssNode[], place: Place, into: ProjectStyle[], report: Report): void {
  if (place.depth > maxNesting || into.length > maxRules) return;
  let own: Declaration[] = [];
  const flush = () => {
    if (own.length > 0) into.push(...fromDeclarations(own, place, report));
    own = [];
  };
  for (const node of nodes) {
    if (into.length > maxRules) break;
    if (node.type === "Declaration") own.push(node);
    else if (node.type === "Rule" || node.type === "Atrule") {
      flush();
      if (node.type === "Rule") readRule(node, place, into, report);
      else readAtRule(node, place, into, report);
    }
  }
  flush();
}

function fromDeclarations(declarations: Declaration[], place: Place, report: Report): ProjectStyle[] {
  const inFontFace = place.at?.type === "font-face";
  if (!place.parents && !inFontFace) return [];
  const style = safeDeclarations(declarations.map(pairOf), report, inFontFace);
  return toProjectStyles(place.parents?.join(", ") ?? "", style, place.at, report);
}

function readRule(rule: Rule, place: Place, into: ProjectStyle[], report: Report): void {
  const texts =
    rule.prelude.type === "SelectorList"
      ? rule.prelude.children.toArray().map((selector) => generate(selector))
      : [];
  if (texts.length === 0) {
    report(generate(rule.prelude).slice(0, 120), "This selector is not understood.");
    return;
  }
  const parents = place.parents ? texts.map((text) => nestedIn(place.parents ?? [], text)) : texts;
  readNodes(rule.block.children.toArray(), { ...place, parents, depth: place.depth + 1 }, into, report);
}

function nestedIn(parents: string[], selector: string): string {
  const parent = parents.length === 1 ? (parents[0] ?? "") : `:is(${parents.join(",")})`;
  if (selector.includes("&")) return selector.replaceAll("&", parent);
  return `${parent} ${selector}`;
}

const blockOf = (rule: Atrule): CssNode[] => (rule.block as Block | null)?.children.toArray() ?? [];

function readAtRule(rule: Atrule, place: Place, into: ProjectStyle[], report: Report): void {
  const type = rule.name.toLowerCase().replace(/^-(?:webkit|moz|o)-/, "");
  const text = rule.prelude ? generate(rule.prelude) : "";
  const deeper = { ...place, depth: place.depth + 1 };
  if (type === "charset") return;
  if (type === "layer") {
    readNodes(blockOf(rule), deeper, into, report);
    return;
  }
  const at = safeAtRule(type, text);
  if (!at || !rule.block) {
    report(
      `@${rule.name} ${text}`.slice(0, 120),
      "Pages carry their styles with them; this rule cannot be kept.",
    );
    return;
  }
  const joined = place.at ? joinConditions(place.at, at) : at;
  if (!joined) {
    report(
      `@${rule.name} ${text}`.slice(0, 120),
      "Rules of different kinds inside one another cannot be kept.",
    );
    return;
  }
  readNodes(blockOf(rule), { ...deeper, at: joined }, into, report);
}

function joinConditions(outer: AtRule, inner: AtRule): AtRule | undefined {
  if (inner.type === "keyframes" || inner.type === "font-face") return inner;
  if (outer.type !== inner.type || /,/.test(outer.text) || /,/.test(inner.text)) return undefined;
  return { type: outer.type, text: `${outer.text} and ${inner.text}` };
}
