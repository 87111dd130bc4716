import grapesjs, { type Component, type Editor } from "grapesjs";
import "grapesjs/dist/css/grapes.min.css";
import { canvasCss } from "./canvas-css";
import { nameOf, registerTypes } from "./component-types";
import { isSavedSection } from "./saved-section";

const devices = [
  { id: "desktop", name: "Desktop", width: "" },
  { id: "tablet", name: "Tablet", width: "768px", widthMedia: "900px" },
  { id: "phone", name: "Phone", width: "390px", widthMedia: "600px" },
];

interface Stored {
  name?: string;
  components?: Stored[];
}

/** Stored names are those people gave; the editor keeps them apart from the names of its types. */
function withGivenNames(node: Stored): void {
  if (node.name) Object.assign(node, { "custom-name": node.name, name: undefined });
  for (const child of node.components ?? []) withGivenNames(child);
}

/** Project data as GrapesJS is to be given it. */
export function openable(project: object): Record<string, unknown> {
  const copy = structuredClone(project) as { pages?: { frames?: { component?: Stored }[] }[] };
  const root = copy.pages?.[0]?.frames?.[0]?.component;
  if (root) withGivenNames(root);
  return copy as Record<string, unknown>;
}

export function startGrapes(
  stage: HTMLElement,
  { project, canvasStyles = [] }: { project: object; canvasStyles?: string[] },
): Editor {
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
    projectData: openable(project),
    plugins: [registerTypes],
    panels: { defaults: [] },
    keymaps: { defaults: {} },
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
    canvas: { styles: canvasStyles, customBadgeLabel: nameOf },
    canvasCss,
    protectedCss: "",
  });
}

/**
 * The canvas inherits the policy of the page around it, which must allow scripts by nonce only: so it runs none.
 * A sandbox without scripts would also stop GrapesJS from hearing events in some browsers.
 */
export function guardCanvas(editor: Editor, language: string | undefined): void {
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

/** By path as document-contents gives it ("0.2.1"), by id, or by nodeKey of a form. As near as it comes. */
export function findComponent(editor: Editor, where: string): Component | undefined {
  const root = editor.getWrapper();
  if (!root || where === "") return root;
  if (/^\d+(?:\.\d+)*$/.test(where)) {
    let at: Component = root;
    for (const step of where.split(".")) {
      if (isSavedSection(at)) break;
      at = at.components().at(Number(step)) ?? at;
    }
    return at;
  }
  const id = where.replace(/^#/, "");
  return editor.Components.getById(id) ?? root.find(`[data-form="${CSS.escape(id)}"]`)[0];
}
