import { bindFields, keyForms, uniqueIds } from "./bind-fields";
import { type CleanState, cleanNodes, newCleanState, top } from "./clean-nodes";
import { cleanStyles } from "./clean-styles";
import { attributeOf, elementsIn, setAttribute } from "./component-tree";
import { settleComponent } from "./component-types";
import { DocumentError, type Removal } from "./document-error";
import { defaultTheme, liftTheme, type PageTheme, readTheme, themeStyle } from "./page-theme";
import { type Project, type ProjectComponent, type ProjectStyle, projectOf } from "./project";
import { readCss } from "./read-css";
import { newRemovals } from "./removals";
import { followTheme } from "./upgrade-page";

export interface PageDocument {
  version: 2;
  kind: "page";
  /** Absent on pages that bring all their styles with them, such as HTML of one's own. */
  theme?: PageTheme;
  /** GrapesJS project data, validated and sanitised: the master of the page. */
  project: Project;
}

/** Characters of JSON. */
const maxDocumentLength = 4_000_000;

export function emptyPageDocument(): PageDocument {
  return {
    version: 2,
    kind: "page",
    theme: structuredClone(defaultTheme),
    project: projectOf({ type: "wrapper" }, []),
  };
}

type RawObject = Record<string, unknown>;
const isObject = (value: unknown): value is RawObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined);

/** The project inside whatever was given: a document of ours, of any version, or the editor's bare project data. */
function projectIn(input: unknown): RawObject {
  if (!isObject(input))
    throw new DocumentError("invalid_document", "", "A page document must be a JSON object.");
  if (input.kind === undefined && "pages" in input) return input;
  if (input.kind !== "page") throw new DocumentError("wrong_kind", "kind", "This is not a page document.");
  if (input.version !== 1 && input.version !== 2) {
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
  given?: PageTheme,
): PageDocument {
  uniqueIds(root);
  keyForms(root);
  bindFields(root, state.report);
  const written = state.css.flatMap((css) => readCss(css, state.report));
  const inline = inlineRules(root, state);
  // Version 1, and the editor at all times, keep the theme as a rule among the styles.
  const lifted = liftTheme([...styles, ...written, ...inline], given);
  return {
    version: 2,
    kind: "page",
    ...(lifted.theme ? { theme: lifted.theme } : {}),
    project: projectOf(settleComponent({ ...root, type: "wrapper" }), lifted.styles),
  };
}

/** The project as the editor takes it, with the theme as a rule among its styles. */
export const editorProject = ({ project, theme }: PageDocument): Project =>
  theme ? { ...project, styles: [themeStyle(theme), ...project.styles] } : project;

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
  const cleaned = cleanStyles(project.styles, removals.report);
  const styles = isObject(input) && input.version === 1 ? followTheme(cleaned) : cleaned;
  const theme = isObject(input) && input.kind === "page" ? readTheme(input.theme) : undefined;
  return { document: assembleDocument(root, styles, state, theme), removed: removals.list };
}
