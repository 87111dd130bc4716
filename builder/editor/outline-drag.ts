import type { Component, Editor } from "grapesjs";
import { moveBeside } from "./arrange";
import { listedIn } from "./outline-rows";

type Side = "before" | "after" | "inside";

interface Drop {
  row: HTMLElement;
  side: Side;
}

/** Where a row would fall: on the upper or lower half of another one, or into an empty box. */
function dropAt(tree: HTMLElement, y: number, isEmptyBox: (row: Element) => boolean): Drop | undefined {
  const rows = Array.from(tree.querySelectorAll<HTMLElement>("[data-row]"));
  const row = rows.find((one) => y < one.getBoundingClientRect().bottom) ?? rows.at(-1);
  if (!row) return undefined;
  const { top, height } = row.getBoundingClientRect();
  const share = (y - top) / height;
  if (isEmptyBox(row) && share > 0.3 && share < 0.7) return { row, side: "inside" };
  return { row, side: share < 0.5 ? "before" : "after" };
}

interface Drag {
  component: Component;
  from: HTMLElement;
  start: { x: number; y: number };
  isUnderWay: boolean;
  drop?: Drop;
}

/** Less than this is a press that was not held still. */
const farEnough = 5;

/**
 * Dragging rows: with a mouse anywhere, with a finger or pen by their grip, since elsewhere it scrolls. Alt and the
 * arrows do the same.
 */
export function letRowsBeDragged(
  editor: Editor,
  tree: HTMLElement,
  componentOf: (row: Element | null) => Component | undefined,
): void {
  let drag: Drag | undefined;
  const clear = () => {
    for (const row of tree.querySelectorAll<HTMLElement>("[data-drop]")) delete row.dataset.drop;
  };
  const isEmptyBox = (row: Element) => {
    const component = componentOf(row);
    return (
      component?.get("droppable") !== false && component !== undefined && listedIn(component).length === 0
    );
  };
  tree.addEventListener("pointerdown", (event) => {
    const pressed = event.target as Element;
    const from = pressed.closest<HTMLElement>("[data-row]");
    const component = componentOf(from);
    const mayDrag = event.pointerType === "mouse" ? !pressed.closest("input") : pressed.closest(".fe-grip");
    if (event.button !== 0 || !mayDrag || !from || !component) return;
    if (pressed.closest(".fe-grip")) event.preventDefault();
    drag = { component, from, start: { x: event.clientX, y: event.clientY }, isUnderWay: false };
  });
  tree.addEventListener("pointermove", (event) => {
    if (!drag) return;
    if (!drag.isUnderWay) {
      if (Math.hypot(event.clientX - drag.start.x, event.clientY - drag.start.y) < farEnough) return;
      drag.isUnderWay = true;
      tree.setPointerCapture(event.pointerId);
      drag.from.dataset.dragged = "";
    }
    clear();
    drag.drop = dropAt(tree, event.clientY, isEmptyBox);
    if (drag.drop && drag.drop.row !== drag.from) drag.drop.row.dataset.drop = drag.drop.side;
  });
  const end = (isDropped: boolean) => {
    if (!drag) return;
    const { component, from, drop } = drag;
    drag = undefined;
    clear();
    delete from.dataset.dragged;
    const other = isDropped && drop && drop.row !== from ? componentOf(drop.row) : undefined;
    if (other && drop) moveBeside(editor, component, other, drop.side);
  };
  tree.addEventListener("pointerup", () => end(true));
  tree.addEventListener("pointercancel", () => end(false));
}
