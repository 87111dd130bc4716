import type { Component, Editor } from "grapesjs";
import { announce } from "./announce";
import { childrenOf, hasFlag, isTextNode, setFlag, tagOf } from "./component-parts";
import { nameOf } from "./component-types";
import { isSavedSection } from "./saved-section";

/** Kept in the document, shown dimmed in the editor, left out of what is published. */
export const hiddenFlag = "data-hidden";

/** Told when a section was added from a panel. */
export const sectionAdded = "foyer:section-added";

export const isHidden = (component: Component): boolean => hasFlag(component, hiddenFlag);

/** Of a page that brought its own: what stands in it are the sections of the page. */
export const isMainPart = (component: Component): boolean =>
  tagOf(component) === "main" && component.parent()?.is("wrapper") === true && !isSavedSection(component);

/** Stands directly on the page, or in its main part, as sections do. */
export function isSection(component: Component): boolean {
  const parent = component.parent();
  if (!parent || isMainPart(component)) return false;
  return parent.is("wrapper") || isMainPart(parent);
}

/** The section that a component lies in. */
function sectionOf(component: Component | undefined): Component | undefined {
  let at = component;
  while (at && !isSection(at)) at = at.parent();
  return at;
}

/** The sections of a page from top to bottom. */
export const sectionsOf = (wrapper: Component): Component[] =>
  childrenOf(wrapper)
    .flatMap((one) => (isMainPart(one) ? childrenOf(one) : [one]))
    .filter((one) => !isTextNode(one));

export interface SectionPlace {
  parent: Component;
  at: number;
}

/** Where a new section goes: after the selected one, else at the end of the main part, else before a closing footer. */
export function placeForSection(editor: Editor): SectionPlace | undefined {
  const selected = sectionOf(editor.getSelected());
  const around = selected?.parent();
  if (selected && around) return { parent: around, at: selected.index() + 1 };
  const wrapper = editor.getWrapper();
  if (!wrapper) return undefined;
  const parts = wrapper.components().models;
  const main = parts.find(isMainPart);
  if (main) return { parent: main, at: main.components().length };
  const last = parts.at(-1);
  return { parent: wrapper, at: last && tagOf(last) === "footer" ? parts.length - 1 : parts.length };
}

const partsOf = (parent: Component): Component[] => childrenOf(parent).filter((one) => !isTextNode(one));

export function neighbour(component: Component, step: -1 | 1): Component | undefined {
  const parent = component.parent();
  const parts = parent ? partsOf(parent) : [];
  return parts[parts.indexOf(component) + step];
}

export const firstPart = (component: Component): Component | undefined =>
  isSavedSection(component) ? undefined : partsOf(component)[0];

export function show(editor: Editor, component: Component, block: ScrollLogicalPosition = "nearest"): void {
  editor.select(component);
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  editor.Canvas.scrollTo(component, { behavior: isStill ? "auto" : "smooth", block });
}

export function move(editor: Editor, component: Component, step: -1 | 1): void {
  const parent = component.parent();
  const other = neighbour(component, step);
  if (!parent || !other) return;
  component.move(parent, { at: other.index() + (step > 0 ? 1 : 0) });
  show(editor, component);
  const parts = partsOf(parent);
  const place = `${parts.indexOf(component) + 1} of ${parts.length}`;
  announce(editor, `${nameOf(component)} was moved ${step > 0 ? "down" : "up"}: ${place}`);
}

/** Puts a part beside another one; false when it may not stand there. */
export function moveBeside(
  editor: Editor,
  component: Component,
  other: Component,
  side: "before" | "after" | "inside",
): boolean {
  const parent = side === "inside" ? other : other.parent();
  if (!parent || component === other || component.contains(parent)) return false;
  const at = side === "inside" ? parent.components().length : other.index() + (side === "after" ? 1 : 0);
  if (parent !== component.parent() && !editor.Components.canMove(parent, component, at).result) return false;
  component.move(parent, { at });
  show(editor, component);
  return true;
}

export function duplicate(editor: Editor, component: Component): void {
  if (component.get("copyable") === false) return;
  const [copy] = component.parent()?.append(component.clone(), { at: component.index() + 1 }) ?? [];
  if (!copy) return;
  show(editor, copy);
  announce(editor, `${nameOf(copy)} was duplicated`);
}

export function remove(editor: Editor, component: Component): void {
  if (component.get("removable") === false) return;
  const parent = component.parent();
  const next = neighbour(component, 1) ?? neighbour(component, -1);
  announce(editor, `${nameOf(component)} was removed`);
  component.remove();
  editor.select(next ?? (parent && !parent.is("wrapper") ? parent : undefined));
}

export function toggleHidden(editor: Editor, component: Component): void {
  const hide = !isHidden(component);
  setFlag(component, hiddenFlag, hide);
  announce(editor, `${nameOf(component)} is ${hide ? "hidden from" : "shown on"} the page`);
}

export const rename = (component: Component, name: string): void =>
  void component.set("custom-name", name.trim().slice(0, 80));

/** Puts the caret into the words of a part. */
export const writeIn = (component: Component): void => void component.trigger("active");

export function selectAround(editor: Editor, component: Component): void {
  const parent = component.parent();
  if (parent && !parent.is("wrapper")) show(editor, parent);
  else editor.select(undefined);
}
