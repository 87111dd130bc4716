import type { Component, Editor } from "grapesjs";
import { attribute, hasFlag } from "./component-parts";

/** Names the saved section that a part of the page shows. */
export const sectionAttribute = "data-section";

export const isSavedSection = (component: Component): boolean => hasFlag(component, sectionAttribute);

export const savedSectionId = (component: Component): string => attribute(component, sectionAttribute);

/** The saved section that a component lies in, if it lies in one. */
function savedSectionAround(component: Component): Component | undefined {
  let found: Component | undefined;
  for (let at = component.parent(); at; at = at.parent()) if (isSavedSection(at)) found = at;
  return found;
}

/** A saved section is edited in one place: on a page it is selected, moved and hidden as a whole. */
export function guardSavedSections(editor: Editor): void {
  const close = (component: Component) => {
    if (isSavedSection(component)) component.set({ editable: false, droppable: false });
  };
  editor.on("component:create", close);
  editor.on("component:selected", (component: Component) => {
    const whole = savedSectionAround(component);
    if (whole) editor.select(whole);
  });
}

/** The one part that is edited cannot be removed or doubled, and nothing falls beside it. */
export function keepOnePart(editor: Editor): void {
  editor.getWrapper()?.set({ droppable: false });
  const part = editor.getWrapper()?.components().at(0);
  part?.set({ removable: false, copyable: false, draggable: false });
}
