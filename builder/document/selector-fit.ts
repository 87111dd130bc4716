import { type CssNode, parse } from "css-tree";
import type { ProjectComponent, ProjectStyle } from "./project";

/** Whether one part of a selector can be the element; what it cannot tell from, it takes for yes. */
export function fits(compound: CssNode[], node: ProjectComponent): boolean {
  return compound.every((part) => {
    if (part.type === "TypeSelector")
      return part.name === "*" || part.name.toLowerCase() === (node.tagName ?? "div");
    if (part.type === "ClassSelector") return node.classes?.includes(part.name) ?? false;
    if (part.type === "IdSelector") return node.attributes?.id === part.name;
    return true;
  });
}

export function selectorsIn(list: string): CssNode[] {
  const ast = parse(list, { context: "selectorList" });
  return ast.type === "SelectorList" ? ast.children.toArray() : [];
}

/** The parts of a selector that speak of the element itself; none when they speak of something drawn beside it. */
function lastCompound(selector: CssNode): CssNode[] | undefined {
  if (selector.type !== "Selector") return undefined;
  const parts = selector.children.toArray();
  const from = parts.findLastIndex(({ type }) => type === "Combinator");
  const compound = parts.slice(from + 1);
  return compound.some(({ type }) => type === "PseudoElementSelector") ? undefined : compound;
}

/** Tells of a rule which elements it may be for, on any screen and in any state; it never says no of one it is for. */
export function mayBeFor({
  selectors,
  selectorsAdd = "",
}: ProjectStyle): (node: ProjectComponent) => boolean {
  const others = selectorsAdd === "" ? [] : selectorsIn(selectorsAdd).map(lastCompound);
  return (node) =>
    (selectors.length > 0 &&
      selectors.every((name) =>
        name.startsWith("#") ? node.attributes?.id === name.slice(1) : node.classes?.includes(name),
      )) ||
    others.some((compound) => compound !== undefined && fits(compound, node));
}
