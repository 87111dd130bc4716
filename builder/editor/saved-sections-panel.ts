import type { Component, ComponentDefinition, Editor } from "grapesjs";
import type { ProjectComponent, ProjectStyle } from "../document/project";
import { announce } from "./announce";
import { isSection, type SectionPlace, sectionAdded } from "./arrange";
import { blockPicture, pictureCss } from "./block-picture";
import { addRules } from "./block-rules";
import { type BlockTile, searchedWords, tileButton } from "./block-tile";
import { putProject } from "./clipboard";
import { copyOf } from "./copied-part";
import { el, textButton } from "./dom";
import { letFingerDrag } from "./finger-drag";
import { isSavedSection, savedSectionId, sectionAttribute } from "./saved-section";
import type { LibrarySection, SectionLibrary } from "./section-library";
import type { SettingsPanel } from "./setting";

const plain = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T;

/** The part of a saved section as a page holds it: marked, and named as in the library. */
function markedPart({ id, name, project }: LibrarySection): ProjectComponent {
  const part = project.pages[0].frames[0].component.components?.[0] ?? {};
  return {
    ...part,
    "custom-name": name,
    attributes: { ...part.attributes, [sectionAttribute]: id },
  } as never;
}

const marked = (section: LibrarySection) => ({
  ...section.project,
  pages: [
    {
      id: "page",
      frames: [{ id: "frame", component: { type: "wrapper", components: [markedPart(section)] } }],
    },
  ],
});

export interface SavedSections {
  element: HTMLElement;
  /** For the selected part: keep it, or what a kept one can do. */
  panel: SettingsPanel;
  tiles(): BlockTile[];
}

/** The saved sections of the workspace: to add, to keep another one, to edit. */
export function savedSections(
  editor: Editor,
  library: SectionLibrary,
  base: readonly ProjectStyle[],
  tell: (message: string) => void,
): SavedSections {
  const list = el("div", { className: "fe-tiles" });
  const hint = el("p", { className: "fe-hint" });
  const element = el("section", { className: "fe-blocks" }, el("h3", {}, "Saved by you"), list, hint);
  let known: LibrarySection[] = [];
  let tiles: BlockTile[] = [];

  const addTile = (section: LibrarySection): BlockTile => {
    const css = () => pictureCss([...base, ...section.styles]);
    const picture = blockPicture(section.html, css);
    const tile = tileButton(section.name, picture.element);
    const blockId = `saved-${section.id}`;
    editor.Blocks.add(blockId, {
      label: section.name,
      content: markedPart(section) as ComponentDefinition,
      select: true,
    });
    const put = (place?: SectionPlace) => {
      putProject(editor, base, marked(section) as never, true, place);
      editor.trigger(sectionAdded);
      announce(editor, `${section.name} was added`);
    };
    tile.addEventListener("click", () => put());
    letFingerDrag(editor, tile, section.name, put);
    tile.addEventListener("dragstart", (event) => {
      const model = editor.Blocks.get(blockId);
      event.dataTransfer?.setData("text/plain", section.name);
      if (model) editor.Blocks.startDrag(model, event);
    });
    tile.addEventListener("dragend", () => editor.Blocks.endDrag());
    return { element: tile, words: searchedWords(`${section.name} saved`), draw: picture.draw };
  };
  const draw = () => {
    tiles = known.map(addTile);
    list.replaceChildren(...tiles.map((tile) => tile.element));
    hint.textContent =
      known.length > 0 ? "" : "Select a section and save it: it can then stand on many pages.";
    for (const tile of tiles) requestAnimationFrame(tile.draw);
  };
  editor.on("block:drag:stop", (dropped: Component | undefined, model: { getId(): string }) => {
    const section = known.find(({ id }) => model.getId() === `saved-${id}`);
    if (dropped && section) addRules(editor, section.project.styles);
  });
  library
    .list()
    .then((sections) => {
      known = sections;
      draw();
    })
    .catch(() => {
      hint.textContent = "The saved sections could not be loaded. Reload the page to see them.";
    });

  const keep = async (component: Component, name: string) => {
    const styles = plain<{ styles: ProjectStyle[] }>(editor.getProjectData()).styles;
    const copy = copyOf(plain<ProjectComponent>(component), styles, { isSection: true, copiedAt: 0 });
    const tokens = styles.filter((rule) => rule.selectorsAdd === ":root");
    const project = { ...copy.project, styles: [...tokens, ...copy.project.styles] };
    try {
      const section = await library.save(name, project);
      known = [section, ...known];
      draw();
      const [put] = component.replaceWith(markedPart(section) as ComponentDefinition);
      addRules(editor, section.project.styles);
      if (put) editor.select(put);
    } catch (error) {
      tell(error instanceof Error ? error.message : "The section was not saved. Try again.");
    }
  };
  return { element, tiles: () => tiles, panel: reusePanel(() => known, library, keep) };
}

function keepForm(keep: (name: string) => Promise<void>): HTMLElement {
  const name = el("input", {
    type: "text",
    id: "fe-section-name",
    maxLength: 80,
    placeholder: "Speaker card",
  });
  const button = textButton("Save for other pages", () => {
    if (!name.value.trim()) return name.focus();
    button.disabled = true;
    void keep(name.value.trim()).finally(() => {
      button.disabled = false;
    });
  });
  name.addEventListener("keydown", (event) => {
    if (event.key === "Enter") button.click();
  });
  return el(
    "div",
    { className: "fe-row" },
    el("label", { htmlFor: name.id }, "Name of the section"),
    name,
    button,
  );
}

function reusePanel(
  known: () => readonly LibrarySection[],
  library: SectionLibrary,
  keep: (component: Component, name: string) => Promise<void>,
): SettingsPanel {
  return {
    id: "reuse",
    title: "On many pages",
    applies: (component) => isSavedSection(component) || isSection(component),
    settings(component) {
      if (!isSavedSection(component)) {
        const render = () => keepForm((name) => keep(component, name));
        return [
          {
            kind: "part",
            label: "Save for other pages",
            hint: "It is then edited in one place and changes on every page that shows it.",
            render,
          },
        ];
      }
      const id = savedSectionId(component);
      const section = known().find((one) => one.id === id);
      const uses = section && section.uses > 1 ? `${section.uses} pages show it.` : "";
      return [
        {
          kind: "button",
          label: "Edit it for all pages",
          hint: `${uses} Its words are changed in one place.`.trim(),
          run: () => void window.open(library.editPath(id), "_blank"),
        },
        {
          kind: "button",
          label: "Make it this page's own",
          hint: "It then no longer follows the saved section.",
          redraws: true,
          run: () => {
            component.removeAttributes([sectionAttribute, "data-section-revision"]);
            component.set({ editable: true, droppable: true });
          },
        },
      ];
    },
  };
}
