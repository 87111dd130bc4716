import type { Component, Editor } from "grapesjs";
import { duplicate, isHidden, move, neighbour, remove, selectAround, toggleHidden } from "./arrange";
import { nameOf } from "./component-types";
import { el, iconButton } from "./dom";

/** What to do with the selected part by keyboard, mouse or finger: nothing needs dragging. */
export function actionBar(
  editor: Editor,
  component: Component,
  onRename?: (component: Component) => void,
): HTMLElement {
  const button = (
    sign: Parameters<typeof iconButton>[0],
    label: string,
    run: () => void,
    isPossible = true,
  ) => {
    const made = iconButton(sign, label, run);
    made.disabled = !isPossible;
    return made;
  };
  const isInner = component.parent()?.is("wrapper") === false;
  const hidden = isHidden(component);
  return el(
    "div",
    { className: "fe-actions", role: "toolbar", aria: { label: `${nameOf(component)}: place and remove` } },
    button("parent", "Select what is around it", () => selectAround(editor, component), isInner),
    button("up", "Move up", () => move(editor, component, -1), neighbour(component, -1) !== undefined),
    button("down", "Move down", () => move(editor, component, 1), neighbour(component, 1) !== undefined),
    onRename && button("rename", "Rename", () => onRename(component)),
    button("copy", "Duplicate", () => duplicate(editor, component)),
    button(hidden ? "shown" : "hidden", hidden ? "Show on the page" : "Hide from the page", () =>
      toggleHidden(editor, component),
    ),
    button("remove", "Remove", () => remove(editor, component)),
  );
}
