import { bindFields, keyForms, uniqueIds } from "./bind-fields";
import { type CleanState, cleanNodes, newCleanState, top } from "./clean-nodes";
import { cleanStyles } from "./clean-styles";
import { attributeOf, elementsIn, setAttribute } from "./component-tree";
import { settleComponent } from "./component-types";
import { DocumentError, type Removal } from "./document-error";
import { type Project, type ProjectComponent, type ProjectStyle, projectOf } from "./project";
import { readCss } from "./read-css";
import { newRemovals } from "./removals";

export interface PageDocument {
  version: 1;
  kind: "page";
  /** GrapesJS project data, validated and sanitised: the master of the page. */
  project: Project;
}

/** Characters of JSON. */
const maxDocumentLength = 4_000_000;

export function emptyPageDocument(): PageDocument {
  return { version: 1, kind: "page", project: projectOf({ type: "wrapper" }, []) };
}

type RawObject = Record<string, unknown>;
const isObject = (value: unknown): value is RawObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined);

/** The project inside whatever was given: a document of ours or the editor's bare project data. */
function projectIn(input: unknown): RawObject {
  if (!isObject(input))
    throw new DocumentError("invalid_document", "", "A page document must be a JSON object.");
  if (input.kind === undefined && "pages" in input) return input;
  if (input.kind !== "page") throw new DocumentError("wrong_kind", "kind", "This is not a page document.");
  if (input.version !== 1) {
    throw new DocumentError(
      "unknown_version",
      "version",
      "This document was made by a newer version of Foyer.",
    );
  }
  if (!isObject(input.project))
    throw new DocumentError("invalid_document", "project", "The project is missing.");
  return input.project;
}

function rootIn(project: RawObject): unknown {
  const page = firstOf(project.pages);
  if (!isObject(page))
    throw new DocumentError("invalid_document", "project.pages", "The project has no page.");
  const frame = firstOf(page.frames);
  return isObject(frame) ? frame.component : page.component;
}

function lengthOf(input: unknown): number {
  try {
    return JSON.stringify(input)?.length ?? 0;
  } catch {
    throw new DocumentError("invalid_document", "", "The document cannot be written as JSON.");
  }
}

/** Finishes a cleaned tree: one root, unique ids, bound fields, styles in one list. */
export function assembleDocument(
  root: ProjectComponent,
  styles: ProjectStyle[],
  state: CleanState,
): PageDocument {
  uniqueIds(root);
  keyForms(root);
  bindFields(root, state.report);
  const written = state.css.flatMap((css) => readCss(css, state.report));
  const inline = inlineRules(root, state);
  return {
    version: 1,
    kind: "page",
    project: projectOf(settleComponent({ ...root, type: "wrapper" }), [...styles, ...written, ...inline]),
  };
}

/** Inline styles become rules of their own: pages are served under a policy without inline styles. */
function inlineRules(root: ProjectComponent, state: CleanState): ProjectStyle[] {
  const elements = [root, ...Array.from(elementsIn(root), (found) => found.node)];
  const taken = new Set(elements.map((node) => attributeOf(node, "id")));
  let count = 0;
  return elements.flatMap((node) => {
    const style = state.inline.get(node);
    if (!style) return [];
    let id = attributeOf(node, "id");
    while (!id) {
      count += 1;
      if (!taken.has(`i${count}`)) id = `i${count}`;
    }
    setAttribute(node, "id", id);
    return [{ selectors: [`#${id}`], style }];
  });
}

/** Takes stored, imported or posted data; throws DocumentError when it cannot be a page. */
export const parsePageDocument = (input: unknown): PageDocument => readPageDocument(input).document;

/** As parsePageDocument, and tells what was left out. */
export function readPageDocument(input: unknown): { document: PageDocument; removed: Removal[] } {
  const project = projectIn(input);
  if (lengthOf(project) > maxDocumentLength) {
    throw new DocumentError("too_large", "", "The page is larger than 4 million characters.");
  }
  const removals = newRemovals();
  const state = newCleanState(removals.report);
  const given = rootIn(project);
  const wrapper = isObject(given)
    ? { ...given, tagName: "body", type: "wrapper" }
    : { tagName: "body", components: given };
  const [root = { components: [] }] = cleanNodes(wrapper, top, state);
  const styles = cleanStyles(project.styles, removals.report);
  return { document: assembleDocument(root, styles, state), removed: removals.list };
}
