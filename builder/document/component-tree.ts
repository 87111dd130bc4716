import { inlineTags } from "./allowed-html";
import type { ProjectComponent } from "./project";

export const childrenOf = (node: ProjectComponent): ProjectComponent[] => node.components ?? [];

export const isText = (node: ProjectComponent): boolean => node.type === "textnode";

export const attributeOf = (node: ProjectComponent, name: string): string | undefined =>
  node.attributes?.[name];

export const setAttribute = (node: ProjectComponent, name: string, value: string): void => {
  node.attributes = { ...node.attributes, [name]: value };
};

export const removeAttribute = (node: ProjectComponent, name: string): void => {
  const { [name]: _gone, ...rest } = node.attributes ?? {};
  node.attributes = rest;
};

/** Every element in document order, with its path of indexes. Text nodes are left out. */
export function* elementsIn(
  node: ProjectComponent,
  path = "",
): Generator<{ node: ProjectComponent; path: string }> {
  for (const [index, child] of childrenOf(node).entries()) {
    if (isText(child)) continue;
    const childPath = path === "" ? String(index) : `${path}.${index}`;
    yield { node: child, path: childPath };
    yield* elementsIn(child, childPath);
  }
}

export const descendants = (node: ProjectComponent): ProjectComponent[] =>
  Array.from(elementsIn(node), (found) => found.node);

/** Text as read by a person: white space collapsed. `skip` leaves whole elements out. */
export function textIn(node: ProjectComponent, skip?: (node: ProjectComponent) => boolean): string {
  return rawText(node, skip).replace(/\s+/g, " ").trim();
}

/** Text with all its white space. */
export function rawText(node: ProjectComponent, skip?: (node: ProjectComponent) => boolean): string {
  if (isText(node)) return node.content ?? "";
  if (skip?.(node)) return " ";
  const inner = childrenOf(node)
    .map((child) => rawText(child, skip))
    .join("");
  return inlineTags.has(node.tagName ?? "") && node.tagName !== "br" ? inner : ` ${inner} `;
}

const tagIs =
  (...tags: string[]) =>
  (node: ProjectComponent): boolean =>
    tags.includes(node.tagName ?? "");

export const isForm = tagIs("form");
export const isLabel = tagIs("label");

/** A field a visitor fills, not a button. */
export const isField = (node: ProjectComponent): boolean =>
  node.tagName === "select" ||
  node.tagName === "textarea" ||
  (node.tagName === "input" && !/^(?:submit|button|reset)$/.test(inputType(node)));

export const inputType = (node: ProjectComponent): string => attributeOf(node, "type") ?? "text";

export const isSubmit = (node: ProjectComponent): boolean =>
  (node.tagName === "button" && !/^(?:button|reset)$/.test(attributeOf(node, "type") ?? "")) ||
  (node.tagName === "input" && inputType(node) === "submit");

export const isConsent = (node: ProjectComponent): boolean =>
  node.tagName === "input" &&
  inputType(node) === "checkbox" &&
  /^consent_[\w-]{1,60}$/.test(attributeOf(node, "name") ?? "");

/** A form of a page, and the elements from it out to the root. */
export interface WayOut {
  /** The name of the form, `data-form`. */
  key: string;
  way: ProjectComponent[];
}

export function waysOut(node: ProjectComponent, around: readonly ProjectComponent[] = []): WayOut[] {
  const way = [node, ...around];
  const here: WayOut[] = isForm(node) ? [{ key: attributeOf(node, "data-form") ?? "", way }] : [];
  return [...here, ...childrenOf(node).flatMap((child) => (isText(child) ? [] : waysOut(child, way)))];
}
