import type { Editor } from "grapesjs";
import type { EditorBlocks } from "../blocks/editor-blocks";
import { sectionAdded } from "./arrange";
import { blocksPanel } from "./blocks-panel";
import type { SectionClipboard } from "./clipboard";
import { copyPanel, pasteButton } from "./copy-panel";
import { el } from "./dom";
import { sectionCarried } from "./finger-drag";
import { outlinePanel } from "./outline-panel";
import { dock, tabs } from "./panels";
import { savedSections } from "./saved-sections-panel";
import type { SectionLibrary } from "./section-library";
import { selectionPanel } from "./selection-panel";
import { themePanel } from "./theme-panel";

export interface LayoutOptions {
  blocks: EditorBlocks;
  readOnly?: boolean;
  sidePanel?: { label: string; element: HTMLElement };
  library?: SectionLibrary;
  clipboard: SectionClipboard;
  /** What is edited is one part and stays one: no sections are offered beside it. */
  isOnePart?: boolean;
  onProblem?(message: string): void;
}

/** Sections and outline on one side, settings and checks on the other, the page between them. */
export function layOut(editor: Editor, stage: HTMLElement, options: LayoutOptions) {
  const saved =
    options.library &&
    savedSections(editor, options.library, options.blocks.base, (message) => options.onProblem?.(message));
  const selection = selectionPanel(editor, [copyPanel(options.clipboard), ...(saved ? [saved.panel] : [])]);
  const page = themePanel(editor, options.blocks);
  const outline = outlinePanel(editor);
  const left = tabs("Add and arrange", [
    ...(options.isOnePart
      ? []
      : [
          {
            id: "blocks",
            label: "Sections",
            sign: "sections" as const,
            panel: blocksPanel(editor, options.blocks, pasteButton(editor, options.clipboard), saved),
          },
        ]),
    { id: "layers", label: "Outline", sign: "outline", panel: outline.element },
  ]);
  const side = options.sidePanel;
  const right = tabs("Change", [
    { id: "selection", label: "Selected", sign: "selected", panel: selection.element },
    { id: "page", label: "Look", sign: "look", panel: page.element },
    ...(side ? [{ id: "side", label: side.label, sign: "checks" as const, panel: side.element }] : []),
  ]);
  if (side) right.show("side");
  editor.on("component:selected", () => right.show("selection"));
  const frame = el("div", { className: `fe-editor${options.readOnly ? " fe-read-only" : ""}` });
  const sheets = dock(frame, [
    { name: "left", tabs: left },
    { name: "right", tabs: right },
  ]);
  frame.append(
    el("section", { className: "fe-left", tabIndex: -1, aria: { label: "Sections" } }, left.element),
    el("div", { className: "fe-stage" }, stage),
    el("section", { className: "fe-right", tabIndex: -1, aria: { label: "Settings" } }, right.element),
    sheets.element,
  );
  // What was added is seen at once, also where the panel lay over it.
  editor.on(sectionAdded, sheets.close);
  editor.on(sectionCarried, (label: string) => frame.toggleAttribute("data-carries", label !== ""));
  const regions = Array.from(frame.querySelectorAll<HTMLElement>(".fe-left, .fe-right"));
  return {
    frame,
    refresh: () => {
      for (const panel of [selection, page, outline]) panel.refresh();
    },
    mark: (figure: string, words: string) => {
      for (const place of [right, sheets]) place.mark("side", figure, words);
    },
    /** The keyboard goes on at the settings of what was shown, once a dialog that asked for it has gone. */
    goToSelection: () =>
      setTimeout(
        () => selection.element.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true }),
        100,
      ),
    /** From sections to canvas to settings and round again. */
    nextRegion(): void {
      const canvas = editor.Canvas.getFrameEl();
      const at = regions.findIndex((region) => region.contains(document.activeElement));
      if (at === 0) canvas?.focus();
      else if (document.activeElement === canvas)
        regions[1]?.querySelector<HTMLElement>("[role=tab][tabindex='0']")?.focus();
      else regions[0]?.querySelector<HTMLElement>("[role=tab][tabindex='0']")?.focus();
    },
  };
}
