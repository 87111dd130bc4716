import type { Component, Editor } from "grapesjs";
import { quotationAttribute } from "../document/quotations";
import { attribute, hasFlag } from "./component-parts";
import type { SettingsPanel } from "./setting";

/** Somebody who can be quoted, as the editor offers them. */
export interface QuotedPerson {
  id: string;
  /** Name, and whether the person agreed. */
  label: string;
  /** Inside of the figure. */
  html: string;
}

const provided = new WeakMap<Editor, readonly QuotedPerson[]>();

export const isQuotation = (component: Component): boolean => hasFlag(component, quotationAttribute);

/** The words lie with the testimonial: on a page it is chosen, moved and hidden as a whole. */
export function provideQuotations(editor: Editor, people: readonly QuotedPerson[]): void {
  provided.set(editor, people);
  editor.on("component:create", (component: Component) => {
    if (isQuotation(component)) component.set({ editable: false, droppable: false });
  });
  editor.on("component:selected", (component: Component) => {
    for (let at = component.parent(); at; at = at.parent()) if (isQuotation(at)) editor.select(at);
  });
}

export const quotationPanel: SettingsPanel = {
  id: "quotation",
  title: "Testimonial",
  applies: isQuotation,
  settings(component, editor) {
    const people = provided.get(editor) ?? [];
    return [
      {
        kind: "choice",
        label: "Who is quoted",
        hint:
          people.length > 0
            ? "Shown on pages when the person has agreed."
            : "Nobody is quoted yet. Write down what somebody said in Pages, Testimonials.",
        options: [["choose", "Choose"], ...people.map(({ id, label }): [string, string] => [id, label])],
        get: () => attribute(component, quotationAttribute),
        set(id) {
          const person = people.find((one) => one.id === id);
          component.addAttributes({ [quotationAttribute]: person ? id : "choose" });
          if (person) component.components(person.html);
        },
      },
    ];
  },
};
