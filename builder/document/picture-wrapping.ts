import type { CssNode } from "css-tree";
import type { ProjectComponent, ProjectStyle } from "./project";
import { fits, selectorsIn } from "./selector-fit";

const countsChildren = /^(?:first|last|only|nth)/;

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
  return lists.flatMap(selectorsIn);
}

export const mayBeWrapped = (node: ProjectComponent, placed: readonly CssNode[]): boolean =>
  !placed.some((selector) => isNoticedBy(selector, node));
