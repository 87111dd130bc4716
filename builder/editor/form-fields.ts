import type { Component } from "grapesjs";
import { attribute, childrenOf, hasFlag, tagOf, textOf, within } from "./component-parts";
import { labelOf } from "./component-types";

/** One question of a form: the box that moves as a whole, and its controls. */
export interface FormField {
  box: Component;
  controls: Component[];
  name: string;
  label: string;
  kind: string;
}

const isAsked = (component: Component): boolean =>
  /^(?:input|select|textarea)$/.test(tagOf(component)) &&
  !/^(?:submit|button|reset)$/.test(attribute(component, "type"));

export const kindOf = (control: Component): string =>
  tagOf(control) === "input" ? attribute(control, "type") || "text" : tagOf(control);

const kindWords: Record<string, string> = {
  text: "Words",
  email: "E-mail address",
  tel: "Telephone",
  number: "Number",
  date: "Date",
  url: "Web address",
  textarea: "Long text",
  select: "List to choose from",
  radio: "One of several",
  checkbox: "Box to tick",
  file: "File",
  hidden: "Hidden",
};

export const wordsOfKind = (field: FormField): string => {
  if (field.kind === "checkbox" && /^consent_/.test(field.name)) return "Consent";
  if (field.kind === "checkbox" && field.controls.length > 1) return "Several of several";
  return kindWords[field.kind] ?? "Field";
};

export const formAround = (component: Component): Component | undefined => {
  let at: Component | undefined = component;
  while (at && !at.is("form")) at = at.parent();
  return at;
};

/** The largest part around the controls of one name that holds no other field. */
function boxOf(form: Component, controls: readonly Component[]): Component {
  const [first] = controls as [Component];
  let box = first;
  for (let at = first.parent(); at && at !== form; at = at.parent()) {
    const inside = within(at).filter(isAsked);
    if (hasFlag(at, "data-step") || inside.some((one) => !controls.includes(one))) break;
    box = at;
  }
  return box;
}

function labelIn(box: Component, controls: readonly Component[]): string {
  const legend = within(box).find((one) => tagOf(one) === "legend");
  const label = legend ?? labelOf(box) ?? controls[0];
  return (label ? textOf(label).trim() : "") || attribute(controls[0] as Component, "aria-label");
}

/** The questions of a form in their order. */
export function fieldsOf(form: Component): FormField[] {
  const groups = new Map<string, Component[]>();
  within(form)
    .filter(isAsked)
    .forEach((control, index) => {
      const name = attribute(control, "name") || `\u0000${index}`;
      groups.set(name, [...(groups.get(name) ?? []), control]);
    });
  return Array.from(groups, ([name, controls]) => {
    const box = boxOf(form, controls);
    const kind = kindOf(controls[0] as Component);
    return { box, controls, name, kind, label: labelIn(box, controls) || name };
  });
}

export const fieldOf = (component: Component): FormField | undefined => {
  const form = formAround(component);
  const inside = [component, ...within(component)];
  return form && fieldsOf(form).find((field) => inside.includes(field.controls[0] as Component));
};

/** The line of a list that says what to do and is no answer. */
export const isPrompt = (option: Component): boolean => option.getAttributes().value === "";

/** A choice that a question offers: what is sent, and what is read. */
export function choicesOf({ kind, controls }: FormField): { value: string; label: string }[] {
  if (kind === "select")
    return within(controls[0] as Component)
      .filter((one) => tagOf(one) === "option" && !isPrompt(one))
      .map((one) => ({ label: textOf(one).trim(), value: attribute(one, "value") || textOf(one).trim() }))
      .filter(({ value, label }) => value !== "" && label !== "");
  if (kind !== "radio" && kind !== "checkbox") return [];
  return controls.map((control) => {
    const parent = control.parent();
    return { value: attribute(control, "value") || "on", label: parent ? textOf(parent).trim() : "" };
  });
}

const marks = ["data-show-field", "data-require-field"];

/** A field got another name: conditions that look at it follow. */
export function renameEverywhere(form: Component, before: string, after: string): void {
  for (const one of within(form))
    for (const mark of marks) if (attribute(one, mark) === before) one.addAttributes({ [mark]: after });
}

/** Before the button, or at the end of the last step. */
export function placeForField(form: Component): { parent: Component; at?: number } {
  const lastStep = within(form)
    .filter((one) => hasFlag(one, "data-step"))
    .at(-1);
  if (lastStep) return { parent: lastStep };
  const at = childrenOf(form).findIndex(
    (child) => tagOf(child) === "button" || attribute(child, "type") === "submit",
  );
  return at >= 0 ? { parent: form, at } : { parent: form };
}
