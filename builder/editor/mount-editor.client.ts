import type { Editor } from "grapesjs";
import "./styles/editor.css";
import type { EditorBlocks } from "../blocks/editor-blocks";
import { announcements } from "./announce";
import { show } from "./arrange";
import { type Autosave, type SaveResult, type SaveState, startAutosave } from "./autosave";
import { showCanvasCountries } from "./canvas-countries";
import { type CanvasNotice, showCanvasNotice } from "./canvas-notice";
import { sectionClipboard } from "./clipboard";
import { el } from "./dom";
import { type Device, fitCanvas } from "./fit-canvas";
import { type FormServices, provideFormServices } from "./form-services";
import { listenForShortcuts, partShortcuts } from "./keyboard";
import { layOut } from "./lay-out";
import { registerPictures, type Upload } from "./pictures";
import { provideQuotations, type QuotedPerson } from "./quotations";
import { guardSavedSections, keepOnePart } from "./saved-section";
import type { SectionLibrary } from "./section-library";
import { shortcutSheet } from "./shortcut-sheet";
import type { Shortcut } from "./shortcuts";
import { findComponent, guardCanvas, openable, startGrapes } from "./start-grapes";
import { keepWritingInPlace, stopWriting } from "./writing-in-place";

export type { SaveResult, SaveState } from "./autosave";
export type { Device } from "./fit-canvas";

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
  onDevice?(device: Device): void;
  readOnly?: boolean;
  /** Style sheets for the canvas, such as fonts. */
  canvasStyles?: string[];
  /** Language of the page, for spelling and hyphenation. */
  language?: string;
  /** Shown at forms on the canvas as visitors get it. */
  privacyNotice?: CanvasNotice;
  /** Shown as a tab on the right, such as the checks before publishing. */
  sidePanel?: { label: string; element: HTMLElement };
  /** What is edited is one part and stays one: no sections are offered beside it. */
  isOnePart?: boolean;
  /** Pages to go on to and files to hand over; without it forms offer neither. */
  forms?: FormServices;
  /** People who can be quoted. */
  quotations?: readonly QuotedPerson[];
  /** Saved sections of the workspace; without it none are offered. */
  library?: SectionLibrary;
  /** Besides those that change the selected part. */
  shortcuts?: readonly Shortcut[];
}

export interface EditorHandle {
  ready: Promise<void>;
  undo(): void;
  redo(): void;
  setDevice(device: Device): void;
  /** Ends writing in place, so that the last words are saved with the rest. */
  stopWriting(): Promise<void>;
  /** Saves now; true when everything is on the server. */
  save(): Promise<boolean>;
  /** After a conflict: keep this copy on top of the given revision. */
  overwrite(revision: number): Promise<boolean>;
  state(): SaveState;
  getProject(): object;
  /** Puts another state of the page in the place of the one on the screen; it is saved like any change. */
  replaceProject(project: object): void;
  /** By path as document-contents gives it ("0.2.1"), by id, or by nodeKey of a form. */
  select(where: string): void;
  /** A figure beside the label of the side panel. */
  markSide(figure: string, words: string): void;
  showShortcuts(): void;
  destroy(): void;
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
  const stage = el("div", { className: "fe-canvas", data: { waits: "" } });
  const editor = startGrapes(stage, options);
  const autosave = startAutosave<object>({
    revision: options.revision,
    read: () => editor.getProjectData(),
    save: options.save,
    onState: (state, message) => options.onState?.(state, message),
  });
  const tell = (message: string) => options.onProblem?.(message);
  registerPictures(editor, options.upload, tell);
  if (options.forms) provideFormServices(editor, options.forms);
  provideQuotations(editor, options.quotations ?? []);
  if (options.privacyNotice) showCanvasNotice(editor, options.privacyNotice, options.language);
  showCanvasCountries(editor, options.language);
  const clipboard = sectionClipboard(editor, options.blocks.base, tell);
  const layout = layOut(editor, stage, { ...options, clipboard });
  const sheet = shortcutSheet();
  const shortcuts: Shortcut[] = [
    ...(options.shortcuts ?? []),
    {
      keys: ["F6"],
      label: "Next panel",
      group: "Find your way on the page",
      whileWriting: true,
      run: layout.nextRegion,
    },
    { keys: ["Mod+/"], label: "This sheet", group: "The page", whileWriting: true, run: () => sheet.open() },
    ...partShortcuts(editor, clipboard),
  ];
  sheet.fill(shortcuts);
  const stopListening = options.readOnly ? () => {} : listenForShortcuts(editor, shortcuts);
  guardCanvas(editor, options.language);
  guardSavedSections(editor);
  keepWritingInPlace(editor);
  container.replaceChildren(layout.frame, sheet.element, announcements(editor));
  editor.render();
  const fitting = fitCanvas(editor, stage, options.onDevice);
  const ready = new Promise<void>((resolve) => {
    editor.onReady(() => {
      layout.refresh();
      if (options.isOnePart) keepOnePart(editor);
      if (options.readOnly) editor.runCommand("core:preview");
      watchChanges(editor, autosave, options);
      // Shown when it has its width, so that nothing jumps.
      requestAnimationFrame(() => {
        delete stage.dataset.waits;
        resolve();
      });
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
    setDevice: fitting.setDevice,
    async stopWriting() {
      if (stopWriting(editor)) await new Promise((resolve) => setTimeout(resolve, 80));
    },
    save: () => autosave.flush(),
    overwrite: (revision) => autosave.overwrite(revision),
    state: () => autosave.state(),
    getProject: () => editor.getProjectData(),
    replaceProject(project) {
      editor.loadProjectData(openable(project));
      layout.refresh();
      autosave.touch();
    },
    select(where) {
      const component = findComponent(editor, where);
      if (!component) return;
      show(editor, component, "center");
      layout.goToSelection();
    },
    markSide: layout.mark,
    showShortcuts: () => sheet.open(),
    destroy() {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", comeBack);
      stopListening();
      fitting.stop();
      autosave.stop();
      editor.destroy();
      container.replaceChildren();
    },
  };
}
