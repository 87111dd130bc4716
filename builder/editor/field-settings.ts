import type { Component } from "grapesjs";
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
import { labelOf } from "./component-types";
import { conditionSettings } from "./condition-settings";
import { choicesOf, type FormField, fieldOf, formAround, isPrompt, renameEverywhere } from "./form-fields";
import { limitSettings, textAttribute } from "./limit-settings";
import type { Setting } from "./setting";

const fieldKinds: [string, string][] = [
  ["text", "Words"],
  ["email", "E-mail address"],
  ["tel", "Telephone"],
  ["number", "Number"],
  ["date", "Date"],
  ["url", "Web address"],
  ["textarea", "Long text"],
  ["select", "List to choose from"],
];

const option = (content: string, attributes: Record<string, string> = {}) => ({
  type: "option",
  tagName: "option",
  attributes,
  components: [{ type: "textnode", content }],
});

const promptOf = (select: Component): Component | undefined =>
  within(select).find((one) => tagOf(one) === "option" && isPrompt(one));

function setOptions(select: Component, labels: readonly string[]): void {
  const prompt = promptOf(select);
  select.components([
    ...(prompt ? [option(textOf(prompt), { value: "" })] : []),
    ...labels.map((label) => option(label)),
  ]);
}

const promptSetting = (select: Component): Setting => ({
  kind: "text",
  label: "Shown before a choice",
  hint: "Such as “Please choose”. Empty: the first line is chosen already.",
  get: () => {
    const prompt = promptOf(select);
    return prompt ? textOf(prompt).trim() : "";
  },
  set: (value) => {
    promptOf(select)?.remove();
    if (value.trim()) select.append(option(value.trim(), { value: "" }), { at: 0 });
  },
});

/** The boxes of a group follow the lines; what a line is sent as follows its words. */
function setGroup({ box, controls, name, kind }: FormField, labels: readonly string[]): void {
  const flags = hasFlag(controls[0] as Component, "required") ? { required: true } : {};
  for (const control of controls) (control.parent() === box ? control : control.parent())?.remove();
  box.append(
    labels.map((label, index) => ({
      tagName: "label",
      classes: ["choice"],
      components: [
        {
          type: kind,
          tagName: "input",
          attributes: { type: kind, name, value: label, ...(index === 0 || kind === "radio" ? flags : {}) },
        },
        { tagName: "span", components: [{ type: "textnode", content: label }] },
      ],
    })),
  );
}

function choiceSettings(field: FormField): Setting[] {
  const isGroup = field.kind === "radio" || (field.kind === "checkbox" && field.controls.length > 1);
  if (!isGroup && field.kind !== "select") return [];
  return [
    {
      kind: "long",
      label: "Choices, one a line",
      get: () =>
        choicesOf(field)
          .map(({ label }) => label)
          .join("\n"),
      set: (lines) => {
        const labels = lines
          .split("\n")
          .map((line) => line.trim())
          .filter(Boolean);
        if (labels.length === 0) return;
        if (field.kind === "select") setOptions(field.controls[0] as Component, labels);
        else setGroup(field, labels);
      },
    },
    ...(field.kind === "select" ? [promptSetting(field.controls[0] as Component)] : []),
  ];
}

function changeKind(control: Component, kind: string): void {
  const { type: _type, rows: _rows, min: _min, max: _max, step: _step, ...rest } = control.getAttributes();
  const isInput = kind !== "textarea" && kind !== "select";
  const definition = isInput
    ? { type: "input", tagName: "input", attributes: { ...rest, type: kind } }
    : { type: kind, tagName: kind, attributes: kind === "textarea" ? { ...rest, rows: "4" } : rest };
  const [made] = control.replaceWith(definition);
  if (made && kind === "select") setOptions(made, ["First", "Second"]);
}

const autocompleteTokens: [string, string][] = [
  ["", "Nothing in particular"],
  ["name", "Whole name"],
  ["given-name", "First name"],
  ["family-name", "Last name"],
  ["email", "E-mail address"],
  ["tel", "Telephone"],
  ["organization", "Company"],
  ["organization-title", "Job title"],
  ["street-address", "Street"],
  ["postal-code", "Postcode"],
  ["address-level2", "Town"],
  ["country-name", "Country"],
  ["url", "Web address"],
  ["off", "Never fill in"],
];

const helpSetting = (box: Component): Setting => {
  const help = () => findWithin(box, (one) => hasFlag(one, "data-help"));
  return {
    kind: "text",
    label: "Explanation below",
    get: () => {
      const node = help();
      return node ? textOf(node).trim() : "";
    },
    set: (value) => {
      const node = help();
      const text = value.trim();
      if (node && text) setText(node, text);
      else if (node) node.remove();
      else if (text)
        box.append({
          tagName: "p",
          classes: ["small"],
          attributes: { "data-help": "" },
          components: [{ type: "textnode", content: text }],
        });
    },
  };
};

function nameSetting({ controls, box }: FormField): Setting {
  const [control] = controls as [Component];
  return {
    kind: "text",
    label: "Stored as",
    hint: "The name of this field in leads and exports. What is stored already stays under its old name.",
    get: () => attribute(control, "name"),
    set: (value) => {
      const [before, after] = [attribute(control, "name"), value.trim()];
      if (!after || after === before) return;
      for (const one of controls) setAttribute(one, "name", after);
      const form = formAround(box);
      if (form) renameEverywhere(form, before, after);
    },
  };
}

const questionSetting = ({ box, controls }: FormField): Setting[] => {
  const legend = findWithin(box, (one) => tagOf(one) === "legend");
  const label = legend ?? (box === controls[0] ? undefined : labelOf(box));
  return label
    ? [
        {
          kind: "text",
          label: "Question",
          get: () => textOf(label).trim(),
          set: (value) => setText(label, value.trim()),
        },
      ]
    : [];
};

const hiddenSettings = (field: FormField): Setting[] => [
  textAttribute(
    field.controls[0] as Component,
    "data-from-url",
    "From the address",
    "Name of the URL parameter, such as utm_campaign.",
  ),
  textAttribute(field.controls[0] as Component, "value", "Otherwise"),
  nameSetting(field),
];

export function fieldSettings(component: Component): Setting[] {
  const field = fieldOf(component);
  const control = field?.controls[0];
  if (!field || !control) return [];
  const { kind, box, controls } = field;
  if (kind === "hidden") return hiddenSettings(field);
  const isText = /^(?:text|email|tel|url|number|textarea)$/.test(kind);
  return [
    ...questionSetting(field),
    ...(fieldKinds.some(([one]) => one === kind)
      ? [
          {
            kind: "choice",
            label: "Kind",
            redraws: true,
            options: fieldKinds,
            get: () => kind,
            set: (value: string) => changeKind(control, value),
          } satisfies Setting,
        ]
      : []),
    {
      kind: "tick",
      label: "Must be filled in",
      redraws: true,
      get: () => hasFlag(control, "required"),
      set: (on) => {
        for (const one of kind === "radio" ? controls : [control]) setFlag(one, "required", on);
      },
    },
    ...choiceSettings(field),
    ...(isText ? [textAttribute(control, "placeholder", "Example shown inside")] : []),
    ...limitSettings(control, kind),
    ...(box === control ? [] : [helpSetting(box)]),
    ...(isText
      ? [
          {
            kind: "choice",
            label: "Browsers fill in",
            options: autocompleteTokens,
            get: () => attribute(control, "autocomplete"),
            set: (value: string) => setAttribute(control, "autocomplete", value),
          } satisfies Setting,
        ]
      : []),
    nameSetting(field),
    ...conditionSettings(box, "show"),
    ...(hasFlag(control, "required") ? [] : conditionSettings(box, "require")),
  ];
}
