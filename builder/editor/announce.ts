import type { Editor } from "grapesjs";
import { el } from "./dom";

const announced = "foyer:announced";

/** Tells those who do not see the page what happened to it. */
export const announce = (editor: Editor, words: string): void => void editor.trigger(announced, words);

const staysMs = 5000;

/** Where it is read out, and for no longer: what still stood there would be said again whenever a dialog closes. */
export function announcements(editor: Editor): HTMLElement {
  const element = el("p", { className: "visually-hidden", role: "status" });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const write = (words: string) => {
    element.textContent = words;
    if (words) waiting = setTimeout(() => write(""), staysMs);
  };
  editor.on(announced, (words: string) => {
    clearTimeout(waiting);
    write("");
    waiting = setTimeout(() => write(words), 100);
  });
  editor.on("undo", () => announce(editor, "Undone"));
  editor.on("redo", () => announce(editor, "Redone"));
  editor.on("destroy", () => clearTimeout(waiting));
  return element;
}
