import type { Component, Editor } from "grapesjs";
import { childrenOf, isTextNode, textOf } from "./component-parts";
import { nameOf } from "./component-types";
import { el } from "./dom";

const maxDepth = 8;

const isListed = (component: Component): boolean =>
  !isTextNode(component) && !component.is("svg-in") && !component.is("option");

/** Parts that are edited as one thing show nothing of their inside. */
const isWhole = (component: Component): boolean =>
  component.is("text") ||
  component.is("field") ||
  component.is("consent") ||
  component.is("svg") ||
  component.is("link");

function branch(editor: Editor, parent: Component, depth: number): HTMLElement | undefined {
  const items = childrenOf(parent).filter(isListed);
  if (items.length === 0 || depth > maxDepth) return undefined;
  return el("ul", { className: "fe-outline" }, ...items.map((item) => leaf(editor, item, depth)));
}

function leaf(editor: Editor, component: Component, depth: number): HTMLElement {
  const words = textOf(component).trim().slice(0, 40);
  const isSelected = editor.getSelected() === component;
  const button = el(
    "button",
    { type: "button", className: "fe-leaf", ...(isSelected ? { aria: { current: "true" } } : {}) },
    el("span", {}, nameOf(component)),
    words ? el("span", { className: "fe-leaf-words" }, words) : undefined,
  );
  button.addEventListener("click", () => {
    editor.select(component);
    editor.Canvas.scrollTo(component, { behavior: "smooth", block: "center" });
  });
  return el("li", {}, button, isWhole(component) ? undefined : branch(editor, component, depth + 1));
}

/** The page as a tree of names: another way to reach every part, by keyboard as well. */
export function outlinePanel(editor: Editor): { element: HTMLElement; refresh(): void } {
  const element = el("div", { className: "fe-panel" });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const draw = () => {
    waiting = undefined;
    const root = editor.getWrapper();
    const tree = root && branch(editor, root, 0);
    element.replaceChildren(tree ?? el("p", { className: "fe-empty" }, "The page is still empty."));
  };
  let isClosed = false;
  const refresh = () => {
    if (!isClosed) waiting ??= setTimeout(draw, 100);
  };
  editor.on("component:add component:remove component:update component:toggled undo redo", refresh);
  editor.on("destroy", () => {
    isClosed = true;
    clearTimeout(waiting);
  });
  return { element, refresh };
}
