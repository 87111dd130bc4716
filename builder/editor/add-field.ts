import type { Component } from "grapesjs";
import { attribute, childrenOf, hasFlag, tagOf, within } from "./component-parts";
import { placeForField } from "./form-fields";

const field = (label: string, control: string): string =>
  `<div class="field"><label>${label}</label>${control}</div>`;

const choices = (legend: string, type: "radio" | "checkbox", name: string): string =>
  `<fieldset><legend>${legend}</legend>${["First", "Second", "Third"]
    .map(
      (word) =>
        `<label class="choice"><input type="${type}" name="${name}" value="${word}"><span>${word}</span></label>`,
    )
    .join("")}</fieldset>`;

/** What can be added to a form: its words in the list, and its markup. */
export const addableFields: readonly { id: string; label: string; markup: string }[] = [
  {
    id: "email",
    label: "E-mail",
    markup: field("Your e-mail", '<input type="email" name="email" autocomplete="email" required>'),
  },
  {
    id: "name",
    label: "Name",
    markup: field("Your name", '<input type="text" name="name" autocomplete="name">'),
  },
  {
    id: "phone",
    label: "Telephone, with country",
    markup: field(
      "Your telephone",
      '<input type="tel" name="phone" autocomplete="tel" data-countries="all">',
    ),
  },
  {
    id: "text",
    label: "Words",
    markup: field("Your answer", '<input type="text" name="answer" maxlength="200">'),
  },
  {
    id: "long",
    label: "Long text",
    markup: field("Your message", '<textarea name="message" rows="4" maxlength="2000"></textarea>'),
  },
  {
    id: "number",
    label: "Number",
    markup: field("How many", '<input type="number" name="number" min="0" step="1">'),
  },
  { id: "date", label: "Date", markup: field("Which day", '<input type="date" name="date">') },
  {
    id: "select",
    label: "List to choose from",
    markup: field(
      "Please choose",
      '<select name="choice"><option value="">Please choose</option><option>First</option><option>Second</option></select>',
    ),
  },
  { id: "radio", label: "One of several", markup: choices("Please choose one", "radio", "option") },
  { id: "boxes", label: "Several of several", markup: choices("Choose what fits", "checkbox", "options") },
  {
    id: "box",
    label: "Box to tick",
    markup:
      '<label class="choice"><input type="checkbox" name="agreed" value="yes"><span>I have read this.</span></label>',
  },
  {
    id: "file",
    label: "File",
    markup: field(
      "Your file",
      '<input type="file" name="file" data-accept="pdf image document" data-max-mb="5">',
    ),
  },
  {
    id: "hidden",
    label: "Hidden, from the address",
    markup: '<input type="hidden" name="campaign" value="" data-from-url="utm_campaign">',
  },
  {
    id: "consent",
    label: "Consent box",
    markup:
      '<label class="consent"><input type="checkbox" name="consent_mail" value="yes"><span>Write to me by e-mail now and then. I can stop at any time.</span></label>',
  },
];

/** Puts a new field before the button of the form, under a name of its own. */
export function addField(form: Component, id: string): void {
  const markup = addableFields.find((one) => one.id === id)?.markup;
  if (!markup) return;
  const taken = new Set(within(form).map((one) => attribute(one, "name")));
  const wanted = / name="([^"]+)"/.exec(markup)?.[1] ?? "field";
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}_${count}`;
  const { parent, at } = placeForField(form);
  const [added] = parent.append(
    markup.replaceAll(` name="${wanted}"`, ` name="${name}"`),
    at === undefined ? {} : { at },
  );
  if (!added) return;
  form.em.setSelected(added);
  form.em.Canvas.scrollTo(added);
}

const isButton = (component: Component): boolean =>
  tagOf(component) === "button" || attribute(component, "type") === "submit";

const stepMarkup = (title: string): string =>
  `<fieldset data-step="${title}"><legend>${title}</legend></fieldset>`;

/** A form without steps becomes two: what it asks already, and an empty one. With steps it gets one more. */
export function addStep(form: Component): void {
  const steps = childrenOf(form).filter((one) => hasFlag(one, "data-step"));
  const end = childrenOf(form).findIndex(isButton);
  const at = end < 0 ? childrenOf(form).length : end;
  if (steps.length === 0) {
    const before = childrenOf(form).slice(0, at);
    const [first] = form.append(stepMarkup("About you"), { at });
    if (first) for (const part of before) part.move(first, { at: childrenOf(first).length });
    form.append(stepMarkup("Anything else"), { at: first ? first.index() + 1 : at });
    return;
  }
  form.append(stepMarkup("Almost done"), { at });
}

/** What a step asks goes to the step before it, or back into the form. */
export function removeStep(step: Component): void {
  const form = step.parent();
  if (!form) return;
  const before = childrenOf(form)
    .slice(0, step.index())
    .filter((one) => hasFlag(one, "data-step"))
    .at(-1);
  const parts = childrenOf(step).filter((one) => tagOf(one) !== "legend");
  for (const [index, part] of parts.entries()) {
    if (before) part.move(before, { at: childrenOf(before).length });
    else part.move(form, { at: step.index() + 1 + index });
  }
  step.remove();
}
