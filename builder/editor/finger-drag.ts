import type { Editor } from "grapesjs";
import { type SectionPlace, sectionsOf } from "./arrange";
import { el } from "./dom";

/** Told with the label of what a finger carries, and with nothing when it let go. */
export const sectionCarried = "foyer:section-carried";

const holdMs = 300;
const slackPx = 8;
const edgePx = 64;
const scrollPx = 10;

interface Place extends SectionPlace {
  /** Where the mark stands in the window. */
  y: number;
}

/** Between which sections of the page a finger at this height is. */
function placeAt(editor: Editor, y: number): Place | undefined {
  const frame = editor.Canvas.getFrameEl();
  const wrapper = editor.getWrapper();
  if (!frame || !wrapper) return undefined;
  const { top, height } = frame.getBoundingClientRect();
  const scale = height / frame.offsetHeight;
  let place: Place = { parent: wrapper, at: 0, y: top };
  for (const section of sectionsOf(wrapper)) {
    const box = section.getEl()?.getBoundingClientRect();
    const parent = section.parent();
    if (!box || !parent) continue;
    const [upper, lower] = [top + box.top * scale, top + box.bottom * scale];
    if (y < (upper + lower) / 2) return { parent, at: section.index(), y: upper };
    place = { parent, at: section.index() + 1, y: lower };
  }
  return place;
}

/** What is seen while a finger carries something: its name under the finger, and a mark where it will fall. */
function carry(editor: Editor, label: string) {
  const name = el("div", { className: "fe-carried", aria: { hidden: "true" } }, label);
  const mark = el("div", { className: "fe-drop-mark", hidden: true });
  document.body.append(mark, name);
  let at = { x: 0, y: 0 };
  let place: Place | undefined;
  let turn = 0;
  const look = () => {
    const stage = editor.Canvas.getElement().getBoundingClientRect();
    const isOver = at.x > stage.left && at.x < stage.right && at.y > stage.top && at.y < stage.bottom;
    if (isOver) {
      const step = at.y < stage.top + edgePx ? -scrollPx : at.y > stage.bottom - edgePx ? scrollPx : 0;
      if (step !== 0) editor.Canvas.getWindow().scrollBy(0, step);
    }
    place = isOver ? placeAt(editor, at.y) : undefined;
    mark.hidden = place === undefined;
    if (place) {
      const y = Math.min(Math.max(place.y, stage.top + 2), stage.bottom - 2);
      Object.assign(mark.style, { top: `${y}px`, left: `${stage.left}px`, width: `${stage.width}px` });
    }
    Object.assign(name.style, { left: `${at.x}px`, top: `${at.y}px` });
    turn = requestAnimationFrame(look);
  };
  editor.trigger(sectionCarried, label);
  return {
    to(x: number, y: number): void {
      at = { x, y };
      if (turn === 0) look();
    },
    /** Where it fell; nothing when that was beside the page. */
    end(): SectionPlace | undefined {
      cancelAnimationFrame(turn);
      name.remove();
      mark.remove();
      editor.trigger(sectionCarried, "");
      return place;
    },
  };
}

/**
 * Tiles are carried to their place by finger, as a mouse drags them: after holding one for a moment, or at once when it is
 * moved sideways out of its list. A finger that moves along the list scrolls it.
 */
export function letFingerDrag(
  editor: Editor,
  tile: HTMLButtonElement,
  label: string,
  drop: (place: SectionPlace) => void,
): void {
  let began: { x: number; y: number } | undefined;
  let carried: ReturnType<typeof carry> | undefined;
  let hasMoved = false;
  let holding: ReturnType<typeof setTimeout> | undefined;
  const start = (x: number, y: number) => {
    carried = carry(editor, label);
    carried.to(x, y);
  };
  const end = (isDropped: boolean) => {
    clearTimeout(holding);
    began = undefined;
    tile.draggable = true;
    const place = carried?.end();
    carried = undefined;
    if (isDropped && place) drop(place);
  };
  tile.addEventListener(
    "touchstart",
    (event) => {
      const [finger] = event.touches;
      if (event.touches.length !== 1 || !finger) return end(false);
      const [x, y] = [finger.clientX, finger.clientY];
      // The browser's own dragging would take the finger away.
      tile.draggable = false;
      began = { x, y };
      hasMoved = false;
      holding = setTimeout(() => start(x, y), holdMs);
    },
    { passive: true },
  );
  tile.addEventListener(
    "touchmove",
    (event) => {
      const [finger] = event.touches;
      if (!began || !finger) return;
      const [dx, dy] = [Math.abs(finger.clientX - began.x), Math.abs(finger.clientY - began.y)];
      if (!carried) {
        if (Math.max(dx, dy) < slackPx) return;
        if (dy >= dx) return end(false);
        clearTimeout(holding);
        start(finger.clientX, finger.clientY);
      }
      if (Math.max(dx, dy) >= slackPx) hasMoved = true;
      event.preventDefault();
      carried?.to(finger.clientX, finger.clientY);
    },
    { passive: false },
  );
  tile.addEventListener("touchend", (event) => {
    const isSlowTap = carried !== undefined && !hasMoved;
    if (carried) event.preventDefault();
    end(hasMoved);
    if (isSlowTap) tile.click();
  });
  tile.addEventListener("touchcancel", () => end(false));
  tile.addEventListener("contextmenu", (event) => {
    if (began) event.preventDefault();
  });
}
