import type { Component, Editor } from "grapesjs";
import type { EditorBlock, EditorBlocks } from "../blocks/editor-blocks";
import { addBlockRules } from "./block-rules";
import { drawing, el } from "./dom";

/** The ancestor of a component that stands directly on the page. */
function sectionOf(component: Component | undefined): Component | undefined {
  let at = component;
  while (at?.parent() && !at.parent()?.is("wrapper")) at = at.parent();
  return at?.parent() ? at : undefined;
}

/** Where a new section goes: after the selected one, else before a closing footer, else at the end. */
function placeFor(editor: Editor): number {
  const selected = sectionOf(editor.getSelected());
  if (selected) return selected.index() + 1;
  const sections = editor.getWrapper()?.components().models ?? [];
  const last = sections.at(-1);
  return last?.get("tagName") === "footer" ? sections.length - 1 : sections.length;
}

function insertBlock(editor: Editor, { base }: EditorBlocks, block: EditorBlock): void {
  addBlockRules(editor, base, block);
  const [added] = editor.getWrapper()?.append(block.html, { at: placeFor(editor) }) ?? [];
  if (!added) return;
  editor.select(added);
  editor.Canvas.scrollTo(added, { behavior: "smooth" });
}

/** Sections to add: drag them to their place, or press them to add them after the selected one. */
export function blocksPanel(editor: Editor, given: EditorBlocks): HTMLElement {
  for (const block of given.blocks) {
    editor.Blocks.add(block.id, {
      label: block.label,
      category: block.category,
      content: block.html,
      select: true,
    });
  }
  editor.on("block:drag:stop", (dropped: Component | undefined, model: { getId(): string }) => {
    const block = given.blocks.find((one) => one.id === model.getId());
    if (dropped && block) addBlockRules(editor, given.base, block);
  });
  const search = el("input", {
    type: "search",
    placeholder: "Find a section",
    aria: { label: "Find a section" },
  });
  const groups = [...new Set(given.blocks.map((block) => block.category))].map((category) => {
    const items = given.blocks
      .filter((block) => block.category === category)
      .map((block) => blockTile(editor, given, block));
    return {
      element: el(
        "section",
        { className: "fe-blocks" },
        el("h3", {}, category),
        el("div", { className: "fe-tiles" }, ...items),
      ),
      items,
    };
  });
  const nothing = el("p", { className: "fe-hint", hidden: true }, "No section has that name.");
  search.addEventListener("input", () => {
    const wanted = search.value.trim().toLowerCase();
    let found = 0;
    for (const { element, items } of groups) {
      for (const item of items) {
        item.hidden = !(item.textContent ?? "").toLowerCase().includes(wanted);
        if (!item.hidden) found += 1;
      }
      element.hidden = items.every((item) => item.hidden);
    }
    nothing.hidden = found > 0;
  });
  return el("div", { className: "fe-panel" }, search, nothing, ...groups.map((group) => group.element));
}

function blockTile(editor: Editor, given: EditorBlocks, block: EditorBlock): HTMLButtonElement {
  const tile = el(
    "button",
    {
      type: "button",
      className: "fe-tile",
      draggable: true,
      title: `Add ${block.label}`,
      data: { block: block.id },
    },
    drawing(block.icon),
    block.label,
  );
  tile.addEventListener("click", () => insertBlock(editor, given, block));
  tile.addEventListener("dragstart", (event) => {
    const model = editor.Blocks.get(block.id);
    if (!model) return;
    event.dataTransfer?.setData("text/plain", block.label);
    editor.Blocks.startDrag(model, event);
  });
  tile.addEventListener("dragend", () => editor.Blocks.endDrag());
  return tile;
}
