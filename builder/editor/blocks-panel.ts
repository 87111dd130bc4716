import type { Component, Editor } from "grapesjs";
import type { EditorBlock, EditorBlocks } from "../blocks/editor-blocks";
import type { ProjectStyle } from "../document/project";
import { announce } from "./announce";
import { placeForSection, type SectionPlace, sectionAdded, show } from "./arrange";
import { blockPicture, pictureCss } from "./block-picture";
import { addRules } from "./block-rules";
import { type BlockTile, searchedWords, tileButton } from "./block-tile";
import { el } from "./dom";
import { letFingerDrag } from "./finger-drag";
import type { SavedSections } from "./saved-sections-panel";

function insertBlock(
  editor: Editor,
  { base }: EditorBlocks,
  block: EditorBlock,
  place: SectionPlace | undefined = placeForSection(editor),
): void {
  addRules(editor, block.styles, base);
  const [added] = place?.parent.append(block.html, { at: place.at }) ?? [];
  if (!added) return;
  editor.trigger(sectionAdded);
  show(editor, added, "center");
  announce(editor, `${block.label} was added`);
}

function blockTile(editor: Editor, given: EditorBlocks, block: EditorBlock): BlockTile {
  const css = () => {
    const page = (editor.getProjectData() as { styles?: ProjectStyle[] }).styles ?? [];
    const tokens = page.filter((rule) => rule.selectorsAdd === ":root" && !rule.mediaText);
    return pictureCss([...given.base, ...JSON.parse(JSON.stringify(tokens)), ...block.styles]);
  };
  const picture = blockPicture(block.html, css);
  const tile = tileButton(block.label, picture.element, block.id);
  tile.addEventListener("click", () => insertBlock(editor, given, block));
  tile.addEventListener("dragstart", (event) => {
    const model = editor.Blocks.get(block.id);
    if (!model) return;
    event.dataTransfer?.setData("text/plain", block.label);
    editor.Blocks.startDrag(model, event);
  });
  tile.addEventListener("dragend", () => editor.Blocks.endDrag());
  letFingerDrag(editor, tile, block.label, (place) => insertBlock(editor, given, block, place));
  const words = searchedWords(`${block.label} ${block.category} ${block.html.replace(/<[^>]*>/g, " ")}`);
  return { element: tile, words, draw: picture.draw };
}

/** Draws the pictures when they come into view, and again when the look of the page or their width changes. */
function drawInView(editor: Editor, tiles: readonly BlockTile[]): void {
  const drawn = new Set<BlockTile>();
  const watcher = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const tile = tiles.find(({ element }) => element === target);
      if (!isIntersecting || !tile || drawn.has(tile)) continue;
      drawn.add(tile);
      tile.draw();
    }
  });
  for (const { element } of tiles) watcher.observe(element);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const drawSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      for (const tile of drawn) tile.draw();
    }, 300);
  };
  editor.on("foyer:theme undo redo", drawSoon);
  let width = 0;
  const sizes = new ResizeObserver(([tile]) => {
    const now = tile?.contentRect.width ?? 0;
    if (now === 0 || now === width) return;
    if (width > 0) drawSoon();
    width = now;
  });
  if (tiles[0]) sizes.observe(tiles[0].element);
  editor.on("destroy", () => {
    watcher.disconnect();
    sizes.disconnect();
    clearTimeout(waiting);
  });
}

/** Sections to add: drag them to their place, or press them to add them after the selected one. */
export function blocksPanel(
  editor: Editor,
  given: EditorBlocks,
  paste: HTMLElement,
  saved?: SavedSections,
): HTMLElement {
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
    if (dropped && block) addRules(editor, block.styles, given.base);
  });
  const search = el("input", {
    type: "search",
    placeholder: "Find a section",
    aria: { label: "Find a section" },
  });
  const groups = [...new Set(given.blocks.map((block) => block.category))].map((category) => {
    const tiles = given.blocks
      .filter((block) => block.category === category)
      .map((block) => blockTile(editor, given, block));
    const element = el(
      "section",
      { className: "fe-blocks" },
      el("h3", {}, category),
      el("div", { className: "fe-tiles" }, ...tiles.map((tile) => tile.element)),
    );
    return { element, tiles };
  });
  drawInView(
    editor,
    groups.flatMap(({ tiles }) => tiles),
  );
  const nothing = el("p", { className: "fe-hint", hidden: true, role: "status" });
  search.addEventListener("input", () => {
    const wanted = searchedWords(search.value);
    let found = 0;
    const kept = saved ? [{ element: saved.element, tiles: saved.tiles() }] : [];
    for (const { element, tiles } of [...groups, ...kept]) {
      for (const tile of tiles) {
        tile.element.hidden = !tile.words.includes(wanted);
        if (!tile.element.hidden) found += 1;
      }
      element.hidden = wanted.trim() !== "" && tiles.every((tile) => tile.element.hidden);
    }
    nothing.textContent = found > 0 ? "" : `Nothing found for “${search.value.trim()}”.`;
    nothing.hidden = found > 0;
  });
  return el(
    "div",
    { className: "fe-panel fe-library" },
    el("div", { className: "fe-search" }, search),
    paste,
    nothing,
    ...groups.map((group) => group.element),
    saved?.element,
  );
}
