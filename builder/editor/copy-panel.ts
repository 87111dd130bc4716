import type { Editor } from "grapesjs";
import { partCopied, type SectionClipboard } from "./clipboard";
import { el, textButton } from "./dom";
import type { SettingsPanel } from "./setting";

/** Copying without keys: the button in the settings of a part. */
export function copyPanel(clipboard: SectionClipboard): SettingsPanel {
  const render = () => {
    const hint = el(
      "p",
      { className: "fe-hint" },
      "Open another page and press Paste at the top of its sections.",
    );
    const told = el("p", { className: "fe-hint", role: "status" });
    const button = textButton("Copy this part", () => {
      if (!clipboard.copy(true)) return;
      hint.hidden = true;
      told.textContent = "Copied. Now open another page and press Paste.";
    });
    return el("div", { className: "fe-row" }, button, hint, told);
  };
  return {
    id: "copy",
    title: "On another page",
    applies: () => true,
    settings: () => [{ kind: "part", label: "Copy this part", render }],
  };
}

/** Above the sections, for as long as there is something to paste. */
export function pasteButton(editor: Editor, clipboard: SectionClipboard): HTMLElement {
  const button = textButton("Paste what you copied", () => void clipboard.paste());
  const look = () => {
    button.hidden = !clipboard.hasCopy();
  };
  const end = new AbortController();
  for (const name of ["storage", "focus"]) window.addEventListener(name, look, { signal: end.signal });
  editor.on(partCopied, look);
  editor.on("destroy", () => end.abort());
  look();
  return button;
}
