import grapesjs, { type Component, type Editor } from "grapesjs";
import "grapesjs/dist/css/grapes.min.css";
import "./editor.css";
import type { EditorBlocks } from "../blocks/editor-blocks";
import { type Autosave, type SaveResult, type SaveState, startAutosave } from "./autosave";
import { blocksPanel } from "./blocks-panel";
import { canvasCss } from "./canvas-css";
import { nameOf, registerTypes } from "./component-types";
import { el } from "./dom";
import { outlinePanel } from "./outline-panel";
import { tabs } from "./panels";
import { registerPictures, type Upload } from "./pictures";
import { pagePanel, selectionPanel } from "./selection-panel";
import { keepWritingInPlace } from "./writing-in-place";

export type { SaveResult, SaveState } from "./autosave";

export type Device = "desktop" | "tablet" | "phone";

export interface EditorOptions {
  /** `document.project` of the page. */
  project: object;
  /** Revision the project was loaded at; each save names the one it started from. */
  revision: number;
  /** Rejects when the server was not reached: the editor then tries again by itself. */
  save(project: object, revision: number): Promise<SaveResult>;
  upload: Upload;
  blocks: EditorBlocks;
  onState?(state: SaveState, message: string): void;
  /** Something went wrong that the person should read, such as a refused picture. */
  onProblem?(message: string): void;
  onHistory?(can: { undo: boolean; redo: boolean }): void;
  readOnly?: boolean;
  /** Style sheets for the canvas, such as fonts. */
  canvasStyles?: string[];
  /** Language of the page, for spelling and hyphenation. */
  language?: string;
  /** Shown as a first tab on the right, such as the checks before publishing. */
  sidePanel?: { label: string; element: HTMLElement };
}

export interface EditorHandle {
  ready: Promise<void>;
  undo(): void;
  redo(): void;
  setDevice(device: Device): void;
  /** Saves now; true when everything is on the server. */
  save(): Promise<boolean>;
  /** After a conflict: keep this copy on top of the given revision. */
  overwrite(revision: number): Promise<boolean>;
  getProject(): object;
  /** By path as document-contents gives it ("0.2.1"), by id, or by nodeKey of a form. */
  select(where: string): void;
  destroy(): void;
}

const devices = [
  { id: "desktop", name: "Desktop", width: "" },
  { id: "tablet", name: "Tablet", width: "768px", widthMedia: "900px" },
  { id: "phone", name: "Phone", width: "390px", widthMedia: "600px" },
];

function startGrapes(stage: HTMLElement, options: EditorOptions): Editor {
  return grapesjs.init({
    container: stage,
    autorender: false,
    height: "100%",
    width: "auto",
    telemetry: false,
    cssIcons: "",
    noticeOnUnload: false,
    jsInHtml: false,
    storageManager: false,
    projectData: structuredClone(options.project) as Record<string, unknown>,
    plugins: [registerTypes],
    panels: { defaults: [] },
    blockManager: { custom: true },
    layerManager: { custom: true },
    traitManager: { custom: true },
    styleManager: { custom: true, sectors: [] },
    selectorManager: { custom: true, componentFirst: true },
    deviceManager: { devices, default: "desktop" },
    modal: { custom: true },
    richTextEditor: { actions: ["bold", "italic", "link"] },
    parser: { optionsHtml: { allowScripts: false, allowUnsafeAttr: false, allowUnsafeAttrValue: false } },
    assetManager: { custom: true, embedAsBase64: false, upload: false },
    canvas: { styles: options.canvasStyles ?? [], customBadgeLabel: nameOf },
    canvasCss,
    protectedCss: "",
  });
}

/**
 * The canvas inherits the policy of the page around it, which must allow scripts by nonce only: so it runs none.
 * A sandbox without scripts would also stop GrapesJS from hearing events in some browsers.
 */
function guardCanvas(editor: Editor, language: string | undefined): void {
  editor.on("canvas:frame:load:body", ({ window: inner }: { window: Window }) => {
    const page = inner.document;
    if (language) page.documentElement.lang = language;
    page.title = "Page";
    inner.frameElement?.setAttribute("title", "Page");
    const stay = (event: Event) => {
      if (event.type === "submit" || (event.target as Element | null)?.closest?.("a,summary"))
        event.preventDefault();
    };
    page.addEventListener("click", stay, true);
    page.addEventListener("submit", stay, true);
  });
}

function findComponent(editor: Editor, where: string): Component | undefined {
  const root = editor.getWrapper();
  if (!root || where === "") return root;
  if (/^\d+(?:\.\d+)*$/.test(where)) {
    let at: Component | undefined = root;
    for (const step of where.split(".")) at = at?.components().at(Number(step));
    return at;
  }
  const id = where.replace(/^#/, "");
  return editor.Components.getById(id) ?? root.find(`[data-form="${CSS.escape(id)}"]`)[0];
}

function layOut(editor: Editor, stage: HTMLElement, options: EditorOptions) {
  const selection = selectionPanel(editor);
  const page = pagePanel(editor);
  const outline = outlinePanel(editor);
  const left = tabs("Add and arrange", [
    { id: "blocks", label: "Sections", panel: blocksPanel(editor, options.blocks) },
    { id: "layers", label: "Outline", panel: outline.element },
  ]);
  const side = options.sidePanel;
  const right = tabs("Change", [
    { id: "selection", label: "Selected", panel: selection.element },
    { id: "page", label: "Page", panel: page.element },
    ...(side ? [{ id: "side", label: side.label, panel: side.element }] : []),
  ]);
  if (side) right.show("side");
  editor.on("component:selected", () => right.show("selection"));
  const frame = el(
    "div",
    { className: `fe-editor${options.readOnly ? " fe-read-only" : ""}` },
    el("aside", { className: "fe-left", aria: { label: "Sections" } }, left.element),
    el("div", { className: "fe-stage" }, stage),
    el("aside", { className: "fe-right", aria: { label: "Settings" } }, right.element),
  );
  return { frame, refresh: () => [selection, page, outline].forEach((panel) => void panel.refresh()) };
}

function watchChanges(editor: Editor, autosave: Autosave, options: EditorOptions): void {
  const history = () =>
    options.onHistory?.({ undo: editor.UndoManager.hasUndo(), redo: editor.UndoManager.hasRedo() });
  editor.on("update component:input", () => {
    if (!options.readOnly) autosave.touch();
    history();
  });
  editor.on("undo redo", history);
}

/** Starts the page editor inside an element that has a height. Framework-free; call destroy() when done. */
export function mountEditor(container: HTMLElement, options: EditorOptions): EditorHandle {
  const stage = el("div", { className: "fe-canvas" });
  const editor = startGrapes(stage, options);
  const autosave = startAutosave<object>({
    revision: options.revision,
    read: () => editor.getProjectData(),
    save: options.save,
    onState: (state, message) => options.onState?.(state, message),
  });
  registerPictures(editor, options.upload, (message) => options.onProblem?.(message));
  const layout = layOut(editor, stage, options);
  guardCanvas(editor, options.language);
  keepWritingInPlace(editor);
  container.replaceChildren(layout.frame);
  editor.render();
  const ready = new Promise<void>((resolve) => {
    editor.onReady(() => {
      layout.refresh();
      if (options.readOnly) editor.runCommand("core:preview");
      watchChanges(editor, autosave, options);
      resolve();
    });
  });
  const warn = (event: BeforeUnloadEvent) => {
    if (autosave.state() !== "saved") event.preventDefault();
  };
  const comeBack = () => void autosave.flush();
  window.addEventListener("beforeunload", warn);
  window.addEventListener("online", comeBack);
  return {
    ready,
    undo: () => void editor.UndoManager.undo(),
    redo: () => void editor.UndoManager.redo(),
    setDevice: (device) => void editor.setDevice(device),
    save: () => autosave.flush(),
    overwrite: (revision) => autosave.overwrite(revision),
    getProject: () => editor.getProjectData(),
    select(where) {
      const component = findComponent(editor, where);
      if (!component) return;
      editor.select(component);
      editor.Canvas.scrollTo(component, { behavior: "smooth" });
    },
    destroy() {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", comeBack);
      autosave.stop();
      editor.destroy();
      container.replaceChildren();
    },
  };
}
