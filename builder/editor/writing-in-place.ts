import type { Editor } from "grapesjs";

/** The parts of GrapesJS's text view that matter here; its types do not export it. */
interface TextView {
  el: HTMLElement;
  rteEnabled?: boolean;
  model: {
    components(): { resetFromString(html: string, options: object): void };
    set(name: "content", value: string, options: object): void;
  };
  stopListening(other: unknown, event: string): void;
  listenTo(other: unknown, event: string, handler: (options: object) => void): void;
}

function textBefore(root: HTMLElement, node: Node, offset: number): number {
  const range = root.ownerDocument.createRange();
  range.selectNodeContents(root);
  range.setEnd(node, offset);
  return range.toString().length;
}

function placeAt(root: HTMLElement, length: number): [Node, number] {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let left = length;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const size = node.textContent?.length ?? 0;
    if (left <= size) return [node, left];
    left -= size;
  }
  return [root, root.childNodes.length];
}

function keepingCaret(root: HTMLElement, change: () => void): void {
  const selection = root.ownerDocument.getSelection();
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selection ?? {};
  if (!selection || !anchorNode || !focusNode || !root.contains(anchorNode) || !root.contains(focusNode)) {
    change();
    return;
  }
  const from = textBefore(root, anchorNode, anchorOffset);
  const to = textBefore(root, focusNode, focusOffset);
  change();
  selection.setBaseAndExtent(...placeAt(root, from), ...placeAt(root, to));
}

/**
 * Reading the project while somebody writes takes the words on the screen over into it. GrapesJS does that after
 * the reading, and puts the caret at the start; here it happens before, and the caret stays.
 */
export function keepWritingInPlace(editor: Editor): void {
  const known = new WeakSet<TextView>();
  editor.on("rte:enable", (view: TextView) => {
    if (known.has(view)) return;
    known.add(view);
    view.stopListening(view.model, "sync:content");
    view.listenTo(view.model, "sync:content", (options) => {
      if (!view.rteEnabled) return;
      const html = view.el.innerHTML;
      keepingCaret(view.el, () => {
        view.model.set("content", "", { fromDisable: 1, ...options });
        view.model.components().resetFromString(html, { ...options });
      });
    });
  });
}

/** Ends writing in place; false when nobody was writing. The words are taken over in turns of their own. */
export function stopWriting(editor: Editor): boolean {
  const written = editor.getEditing();
  written?.trigger("disable");
  return written !== undefined;
}
