import type { Component } from "grapesjs";
import { removeStep } from "./add-field";
import {
  attribute,
  findWithin,
  hasFlag,
  setAttribute,
  setFlag,
  setText,
  tagOf,
  textOf,
  within,
} from "./component-parts";
import { controlOf } from "./component-types";
import { conditionSettings } from "./condition-settings";
import { fieldList } from "./form-field-list";
import { textAttribute } from "./limit-settings";
import type { Setting } from "./setting";

export const formSettings = (form: Component): Setting[] => [
  textAttribute(
    form,
    "data-name",
    "Name of the form",
    "Shown beside each lead it brings. Empty: the heading above it.",
  ),
  { kind: "part", label: "Fields", render: () => fieldList(form) },
];

/** A step is named once: for the progress above, and for who reads the whole form. */
export function stepSettings(step: Component): Setting[] {
  const legend = findWithin(step, (one) => tagOf(one) === "legend");
  return [
    {
      kind: "text",
      label: "Title of the step",
      get: () => attribute(step, "data-step") || (legend ? textOf(legend).trim() : ""),
      set: (value) => {
        const title = value.trim();
        step.addAttributes({ "data-step": title });
        if (legend && title) setText(legend, title);
      },
    },
    ...conditionSettings(step, "show"),
    {
      kind: "button",
      label: "Remove the step, keep its fields",
      run: () => removeStep(step),
    },
  ];
}

/** Wording with a link in it is written in place, so that the link is kept. */
const wordingSetting = (box: Component): Setting => ({
  kind: "long",
  label: "Wording",
  hint: "Kept as proof with every consent. The box is always unticked.",
  get: () => textOf(box).trim(),
  set: (value) => setText(box, value.trim()),
});

export function consentSettings(box: Component): Setting[] {
  const control = controlOf(box);
  if (!control) return [];
  return [
    ...(within(box).some((one) => tagOf(one) === "a") ? [] : [wordingSetting(box)]),
    {
      kind: "choice",
      label: "Consent to",
      options: [
        ["consent_mail", "Messages by e-mail"],
        ["consent_tracking", "Seeing what they open and click"],
        ["consent_phone", "Telephone calls"],
        ["consent_partners", "Passing on to partners"],
      ],
      get: () => attribute(control, "name"),
      set: (name) => setAttribute(control, "name", name),
    },
    {
      kind: "tick",
      label: "Cannot send without it",
      hint: "Consent that is forced may not count. Leave this off for marketing.",
      get: () => hasFlag(control, "required"),
      set: (on) => setFlag(control, "required", on),
    },
    ...conditionSettings(box, "show"),
  ];
}
