import { attributeOf, childrenOf, descendants, isForm, isText, setAttribute } from "./component-tree";
import { DocumentError } from "./document-error";
import { type PageDocument, parsePageDocument } from "./page-document";
import { nodesIn, stylesOfPart } from "./part-styles";
import { type ProjectComponent, type ProjectStyle, projectOf, rootOf } from "./project";
import { styleKey } from "./style-key";

/** Names the saved section that a part of a page shows, and the state of it that was put in. */
const sectionAttribute = "data-section";
const revisionAttribute = "data-section-revision";
/** Kept in the document and shown dimmed in the editor; nothing of it is published. */
const hiddenAttribute = "data-hidden";
const marks = [sectionAttribute, revisionAttribute, hiddenAttribute];

export interface SectionUse {
  /** As the page names it. */
  id: string;
  /** 0 when it was never filled in by the server. */
  revision: number;
}

/** The saved sections that a page shows, each once. */
export function listSectionUses(document: PageDocument): SectionUse[] {
  const found = descendants(rootOf(document.project)).flatMap((node): [string, SectionUse][] => {
    const id = attributeOf(node, sectionAttribute);
    return id ? [[id, { id, revision: Number(attributeOf(node, revisionAttribute)) || 0 }]] : [];
  });
  return [...new Map(found).values()];
}

export interface SavedPart {
  revision: number;
  name: string;
  document: PageDocument;
}

const partOf = (document: PageDocument): ProjectComponent | undefined =>
  childrenOf(rootOf(document.project)).find((node) => !isText(node));

function filled(
  node: ProjectComponent,
  sections: ReadonlyMap<string, SavedPart>,
  used: Set<SavedPart>,
): ProjectComponent {
  const id = attributeOf(node, sectionAttribute);
  const section = id ? sections.get(id) : undefined;
  const part = section && partOf(section.document);
  if (!id || !section || !part) {
    if (!node.components) return node;
    return { ...node, components: node.components.map((child) => filled(child, sections, used)) };
  }
  used.add(section);
  const hidden = attributeOf(node, hiddenAttribute);
  return {
    ...structuredClone(part),
    name: section.name,
    attributes: {
      ...part.attributes,
      [sectionAttribute]: id,
      [revisionAttribute]: String(section.revision),
      ...(hidden === undefined ? {} : { [hiddenAttribute]: hidden }),
    },
  };
}

/**
 * Puts the saved sections as they are now in the place of what a page remembers of them. A section takes on the look of
 * the page: rules that the page has already stay as they are.
 */
export function fillSections(document: PageDocument, sections: ReadonlyMap<string, SavedPart>): PageDocument {
  const used = new Set<SavedPart>();
  const root = filled(rootOf(document.project), sections, used);
  if (used.size === 0) return document;
  const present = new Set(document.project.styles.map(styleKey));
  const added: ProjectStyle[] = [];
  for (const rule of [...used].flatMap((section) => section.document.project.styles)) {
    const key = styleKey(rule);
    if (present.has(key)) continue;
    present.add(key);
    added.push(rule);
  }
  return parsePageDocument({ ...document, project: projectOf(root, [...document.project.styles, ...added]) });
}

function withoutHidden(node: ProjectComponent): ProjectComponent {
  if (attributeOf(node, hiddenAttribute) !== undefined) return { type: "textnode", content: "" };
  return node.components ? { ...node, components: node.components.map(withoutHidden) } : node;
}

/** The page as visitors may see it. What is hidden leaves an empty text behind, so that every path stays true. */
export const visibleDocument = (document: PageDocument): PageDocument => ({
  ...document,
  project: projectOf(withoutHidden(rootOf(document.project)), document.project.styles),
});

function withoutMarks(node: ProjectComponent): ProjectComponent {
  const attributes = node.attributes && { ...node.attributes };
  for (const mark of marks) if (attributes) delete attributes[mark];
  return {
    ...node,
    ...(attributes ? { attributes } : {}),
    ...(node.components ? { components: node.components.map(withoutMarks) } : {}),
  };
}

/** Without what only the editor needs to know. */
export const unmarkedDocument = (document: PageDocument): PageDocument => ({
  ...document,
  project: projectOf(withoutMarks(rootOf(document.project)), document.project.styles),
});

/** Rules for a single element go by a class, so that a section may stand twice on a page and keep its look. */
function idsToClasses(part: ProjectComponent, styles: ProjectStyle[]): ProjectStyle[] {
  const byId = new Map(nodesIn(part).map((node) => [attributeOf(node, "id") ?? "", node]));
  return styles.map((style) => {
    const [selector = ""] = style.selectors;
    const node = style.selectors.length === 1 && selector.startsWith("#") && byId.get(selector.slice(1));
    if (!node) return style;
    const name = `own-${selector.slice(1)}`;
    node.classes = [...new Set([...(node.classes ?? []), name])];
    return { ...style, selectors: [name] };
  });
}

/** Reads what is to be kept as a section: one part, with the rules that speak of it. `key` tells its forms from others. */
export function readSectionDocument(input: unknown, key: string): PageDocument {
  const document = parsePageDocument(input);
  const parts = childrenOf(rootOf(document.project)).filter((node) => !isText(node));
  const [first] = parts;
  if (!first || parts.length > 1) {
    throw new DocumentError("not_one_part", "", "A saved section is one part of a page: select just one.");
  }
  const part = withoutMarks(first);
  for (const form of [part, ...descendants(part)].filter(isForm)) {
    const name = (attributeOf(form, "data-form") ?? "form").replace(new RegExp(`-${key}$`), "");
    setAttribute(form, "data-form", `${name.slice(0, 40)}-${key}`);
  }
  const styles = idsToClasses(part, stylesOfPart(part, document.project.styles));
  return parsePageDocument({
    ...document,
    project: projectOf({ type: "wrapper", components: [part] }, styles),
  });
}
