import type { Component, Editor } from "grapesjs";
import {
  duplicate,
  firstPart,
  move,
  neighbour,
  remove,
  selectAround,
  show,
  toggleHidden,
  writeIn,
} from "./arrange";
import type { SectionClipboard } from "./clipboard";
import { isPressed, isWriting, type Shortcut } from "./shortcuts";
import { stopWriting } from "./writing-in-place";

export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** What the keyboard does to the selected part: everything that can be dragged, and more. */
export function partShortcuts(editor: Editor, clipboard: SectionClipboard): Shortcut[] {
  const onPart = (act: (component: Component) => void) => (): boolean => {
    const selected = editor.getSelected();
    if (!selected || selected.is("wrapper")) return false;
    act(selected);
    return true;
  };
  const step = (by: -1 | 1) => (): boolean => {
    const selected = editor.getSelected();
    const root = editor.getWrapper();
    const next = selected && !selected.is("wrapper") ? neighbour(selected, by) : root && firstPart(root);
    if (next) show(editor, next);
    return true;
  };
  const into = onPart((part) => {
    const inner = firstPart(part);
    if (inner) show(editor, inner);
  });
  const change = "Change the selected part";
  const find = "Find your way on the page";
  return [
    { keys: ["Mod+Z"], label: "Undo", group: "The page", run: () => void editor.UndoManager.undo() },
    {
      keys: ["Mod+Shift+Z", "Mod+Y"],
      label: "Redo",
      group: "The page",
      run: () => void editor.UndoManager.redo(),
    },
    { keys: ["ArrowDown"], label: "Next part", group: find, onCanvas: true, run: step(1) },
    { keys: ["ArrowUp"], label: "Part before", group: find, onCanvas: true, run: step(-1) },
    { keys: ["ArrowRight"], label: "First part inside", group: find, onCanvas: true, run: into },
    {
      keys: ["ArrowLeft", "Escape"],
      label: "What is around it",
      group: find,
      onCanvas: true,
      run: onPart((part) => selectAround(editor, part)),
    },
    { keys: ["Enter", "F2"], label: "Write in place", group: change, onCanvas: true, run: onPart(writeIn) },
    {
      keys: ["Escape"],
      label: "Stop writing",
      group: change,
      onCanvas: true,
      whileWriting: true,
      run: () => stopWriting(editor),
    },
    {
      keys: ["Alt+ArrowUp"],
      label: "Move up",
      group: change,
      run: onPart((part) => move(editor, part, -1)),
    },
    {
      keys: ["Alt+ArrowDown"],
      label: "Move down",
      group: change,
      run: onPart((part) => move(editor, part, 1)),
    },
    { keys: ["Mod+D"], label: "Duplicate", group: change, run: onPart((part) => duplicate(editor, part)) },
    { keys: ["Mod+C"], label: "Copy", group: change, run: () => clipboard.copy() },
    { keys: ["Mod+X"], label: "Cut", group: change, run: () => clipboard.cut() },
    { keys: ["Mod+V"], label: "Paste, also on another page", group: change, run: () => clipboard.paste() },
    {
      keys: ["Mod+Shift+H"],
      label: "Hide or show",
      group: change,
      run: onPart((part) => toggleHidden(editor, part)),
    },
    {
      keys: ["Delete", "Backspace"],
      label: "Remove",
      group: change,
      onCanvas: true,
      run: onPart((part) => remove(editor, part)),
    },
  ];
}

/** Listens on the product's page and inside the canvas alike. Returns how to stop. */
export function listenForShortcuts(editor: Editor, shortcuts: readonly Shortcut[]): () => void {
  const mac = isMac();
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const target = event.target as HTMLElement | null;
    // GrapesJS tells the page around the canvas of its keys once more: each press counts where it was made.
    if (!event.isTrusted && target === editor.Canvas.getFrameEl()) return;
    const isInCanvas = target?.ownerDocument !== document;
    const isFree = isInCanvas || target === document.body;
    if (document.querySelector("dialog[open]") && !isInCanvas) return;
    const writes = isWriting(target);
    const isDone = shortcuts.some(
      ({ keys, whileWriting, onCanvas, run }) =>
        keys.some((one) => isPressed(event, one, mac)) &&
        (!writes || whileWriting) &&
        (!onCanvas || isFree) &&
        run() !== false,
    );
    if (isDone) event.preventDefault();
  };
  document.addEventListener("keydown", onKey);
  editor.on("canvas:frame:load:body", ({ window: inner }: { window: Window }) => {
    inner.document.addEventListener("keydown", onKey);
  });
  return () => document.removeEventListener("keydown", onKey);
}
