import { type CssNode, parse } from "css-tree";
import type { ProjectComponent, ProjectStyle } from "./project";

const countsChildren = /^(?:first|last|only|nth)/;

/** Whether one part of a selector can be the element; what it cannot tell from, it takes for yes. */
function fits(compound: CssNode[], node: ProjectComponent): boolean {
  return compound.every((part) => {
    if (part.type === "TypeSelector") return part.name === "*" || part.name.toLowerCase() === node.tagName;
    if (part.type === "ClassSelector") return node.classes?.includes(part.name) ?? false;
    if (part.type === "IdSelector") return node.attributes?.id === part.name;
    return true;
  });
}

function isNoticedBy(selector: CssNode, node: ProjectComponent): boolean {
  if (selector.type !== "Selector") return true;
  let before: CssNode[] = [];
  let compound: CssNode[] = [];
  let joint = "";
  let isNoticed = false;
  const close = () => {
    if (joint === ">" || joint === "+" || joint === "~") isNoticed ||= fits(compound, node);
    if (joint === "+" || joint === "~") isNoticed ||= fits(before, node);
    const counts = compound.some(
      (part) =>
        part.type === "PseudoClassSelector" &&
        (countsChildren.test(part.name) || /^(?:has|is|where|not)$/.test(part.name)),
    );
    if (counts) isNoticed ||= fits(compound, node);
  };
  for (const part of selector.children) {
    if (part.type === "Combinator") {
      close();
      before = compound;
      compound = [];
      joint = part.name;
    } else compound.push(part);
  }
  close();
  return isNoticed;
}

/** Selectors that ask for parents, neighbours or places; a picture they may mean must not get an element around it. */
export function placedSelectors(styles: ProjectStyle[]): CssNode[] {
  const lists = styles
    .filter(({ atRuleType }) => atRuleType !== "keyframes" && atRuleType !== "font-face")
    .flatMap(({ selectors, selectorsAdd, state }) => [
      selectorsAdd ?? "",
      state && countsChildren.test(state) ? `${selectors.map((name) => `.${name}`).join("")}:${state}` : "",
    ])
    .filter((list) => /[>+~]|:(?:first|last|only|nth|has|is|where|not)/.test(list));
  return lists.flatMap((list) => {
    const ast = parse(list, { context: "selectorList" });
    return ast.type === "SelectorList" ? ast.children.toArray() : [];
  });
}

export const mayBeWrapped = (node: ProjectComponent, placed: readonly CssNode[]): boolean =>
  !placed.some((selector) => isNoticedBy(selector, node));
