import type { Component } from "grapesjs";
import { attribute, hasFlag } from "./component-parts";

/** Names the saved section that a part of the page is a copy of. */
export const sectionAttribute = "data-section";

export const isSavedSection = (component: Component): boolean => hasFlag(component, sectionAttribute);

export const savedSectionId = (component: Component): string => attribute(component, sectionAttribute);

/** The saved section that a component lies in, if it lies in one. */
export function savedSectionAround(component: Component | undefined): Component | undefined {
  let found: Component | undefined;
  for (let at = component?.parent(); at; at = at.parent()) if (isSavedSection(at)) found = at;
  return found;
}
