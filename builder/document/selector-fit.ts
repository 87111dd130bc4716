import { type CssNode, parse } from "css-tree";
import type { ProjectComponent, ProjectStyle } from "./project";
import { decodeIdent } from "./safe-css";

/** Whether one part of a selector can be the element; what it cannot tell from, it takes for yes. */
export function fits(compound: CssNode[], node: ProjectComponent): boolean {
  return compound.every((part) => {
    if (part.type === "TypeSelector")
      return part.name === "*" || part.name.toLowerCase() === (node.tagName ?? "div");
    if (part.type === "ClassSelector") return node.classes?.includes(decodeIdent(part.name)) ?? false;
    if (part.type === "IdSelector") return node.attributes?.id === decodeIdent(part.name);
    if (part.type === "PseudoClassSelector" && /^(?:is|where)$/i.test(part.name))
      return part.children === null || part.children.some((list) => mayFitOne(list, node));
    return true;
  });
}

const mayFitOne = (list: CssNode, node: ProjectComponent): boolean =>
  list.type !== "SelectorList" ||
  list.children.some((selector) => fits(lastCompound(selector)?.parts ?? [], node));

export function selectorsIn(list: string): CssNode[] {
  const ast = parse(list, { context: "selectorList" });
  return ast.type === "SelectorList" ? ast.children.toArray() : [];
}

/** Of the two that may be written with one colon, as pseudo-classes are. */
const drawnBeside = /^(?:before|after)$/i;

const isDrawn = (part: CssNode): boolean =>
  part.type === "PseudoElementSelector" ||
  (part.type === "PseudoClassSelector" && drawnBeside.test(part.name));

/** The parts of a selector that speak of the element itself, or of what is drawn beside it. */
interface LastCompound {
  parts: CssNode[];
  /** `before`, `after`, or another pseudo-element. */
  drawn?: string;
}

function lastCompound(selector: CssNode): LastCompound | undefined {
  if (selector.type !== "Selector") return undefined;
  const parts = selector.children.toArray();
  const from = parts.findLastIndex(({ type }) => type === "Combinator");
  const compound = parts.slice(from + 1);
  const drawn = compound.find(isDrawn);
  return drawn && "name" in drawn
    ? { parts: compound.filter((part) => part !== drawn), drawn: String(drawn.name).toLowerCase() }
    : { parts: compound };
}

const bearsNames = (selectors: readonly string[], node: ProjectComponent): boolean =>
  selectors.length > 0 &&
  selectors.every((name) =>
    name.startsWith("#") ? node.attributes?.id === name.slice(1) : node.classes?.includes(name),
  );

const read = new WeakMap<ProjectStyle, { from: string; compounds: LastCompound[] }>();

/** Of all selectors that are more than names; read once for a rule. */
function compoundsOf(rule: ProjectStyle): LastCompound[] {
  const { selectorsAdd = "" } = rule;
  if (selectorsAdd === "") return [];
  const before = read.get(rule);
  if (before?.from === selectorsAdd) return before.compounds;
  const compounds = selectorsIn(selectorsAdd).flatMap((one) => lastCompound(one) ?? []);
  read.set(rule, { from: selectorsAdd, compounds });
  return compounds;
}

/** Tells of a rule which elements it may be for, on any screen and in any state; it never says no of one it is for. */
export function mayBeFor(rule: ProjectStyle): (node: ProjectComponent) => boolean {
  const { selectors } = rule;
  const others = compoundsOf(rule).filter(({ drawn }) => drawn === undefined);
  return (node) => bearsNames(selectors, node) || others.some(({ parts }) => fits(parts, node));
}

/** The same of what is drawn before or after the content of an element. */
export function mayBeBeside(
  rule: ProjectStyle,
  side: "before" | "after",
): (node: ProjectComponent) => boolean {
  const others = compoundsOf(rule).filter(({ drawn }) => drawn === side);
  return (node) => others.some(({ parts }) => fits(parts, node));
}
