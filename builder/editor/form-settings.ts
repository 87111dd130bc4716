import type { Component } from "grapesjs";
import {
  attribute,
  childrenOf,
  hasFlag,
  setAttribute,
  setFlag,
  setText,
  tagOf,
  textOf,
  within,
} from "./component-parts";
import { controlOf, labelOf } from "./component-types";
import type { Setting } from "./setting";

const textAttribute = (component: Component, name: string, label: string, hint?: string): Setting => ({
  kind: "text",
  label,
  ...(hint ? { hint } : {}),
  get: () => attribute(component, name),
  set: (value) => setAttribute(component, name, value.trim()),
});

const fieldKinds: [string, string][] = [
  ["text", "Words"],
  ["email", "E-mail address"],
  ["tel", "Telephone"],
  ["number", "Number"],
  ["date", "Date"],
  ["url", "Web address"],
  ["textarea", "Long text"],
  ["select", "Choice from a list"],
];

const newField = (label: string, name: string, control: string) =>
  `<div class="field"><label>${label}</label>${control.replace("NAME", name)}</div>`;

const addable: Record<string, string> = {
  name: newField("Your name", "name", '<input type="text" name="NAME" autocomplete="name">'),
  email: newField("Your e-mail", "email", '<input type="email" name="NAME" autocomplete="email" required>'),
  phone: newField("Your telephone", "phone", '<input type="tel" name="NAME" autocomplete="tel">'),
  text: newField("Your answer", "answer", '<input type="text" name="NAME">'),
  long: newField("Your message", "message", '<textarea name="NAME" rows="4" maxlength="2000"></textarea>'),
  choice: newField(
    "Please choose",
    "choice",
    '<select name="NAME"><option value="">Please choose</option><option>First</option><option>Second</option></select>',
  ),
  consent:
    '<label class="consent"><input type="checkbox" name="consent_mail" value="yes"><span>Write to me by e-mail now and then. I can stop at any time.</span></label>',
};

/** Puts a new field before the button of the form, under a name of its own. */
function addField(form: Component, kind: string): void {
  const markup = addable[kind];
  if (!markup) return;
  const taken = new Set(within(form).map((one) => attribute(one, "name")));
  const named = markup.replace(/ name="([^"]+)"/, (_all, wanted: string) => {
    let name = wanted;
    for (let count = 2; taken.has(name); count += 1) name = `${wanted}_${count}`;
    return ` name="${name}"`;
  });
  const button = childrenOf(form).findIndex(
    (child) => tagOf(child) === "button" || attribute(child, "type") === "submit",
  );
  const [added] = form.append(named, button >= 0 ? { at: button } : {});
  if (added) form.em.setSelected(added);
}

export function formSettings(form: Component): Setting[] {
  return [
    textAttribute(form, "data-name", "Name of the form", "Shown beside each lead it brings."),
    {
      kind: "choice",
      label: "Add a field",
      options: [
        ["", "Choose"],
        ["email", "E-mail"],
        ["name", "Name"],
        ["phone", "Telephone"],
        ["text", "Words"],
        ["long", "Long text"],
        ["choice", "Choice from a list"],
        ["consent", "Consent box"],
      ],
      get: () => "",
      set: (kind) => addField(form, kind),
    },
    {
      kind: "long",
      label: "After sending, say",
      get: () => attribute(form, "data-next-message"),
      set: (value) => setAttribute(form, "data-next-message", value.trim()),
    },
    textAttribute(form, "data-next-path", "Or go to a page of this site", "Its path, such as /thank-you."),
    textAttribute(form, "data-next-url", "Or go to another address", "Starts with https://"),
  ];
}

/** The first line of a list that asks to choose, and cannot be an answer. */
const isPrompt = (option: Component): boolean => option.getAttributes().value === "";

const optionsIn = (select: Component): Component[] => within(select).filter((one) => tagOf(one) === "option");

const optionsOf = (select: Component): string =>
  optionsIn(select)
    .filter((one) => !isPrompt(one))
    .map((one) => textOf(one).trim())
    .join("\n");

function setOptions(select: Component, lines: string): void {
  const first = optionsIn(select).find(isPrompt);
  const placeholder = first ? textOf(first) : undefined;
  const option = (content: string, attributes: Record<string, string> = {}) => ({
    type: "option",
    tagName: "option",
    attributes,
    components: [{ type: "textnode", content }],
  });
  const labels = lines
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  select.components([
    ...(placeholder === undefined ? [] : [option(placeholder, { value: "" })]),
    ...labels.map((label) => option(label)),
  ]);
}

function changeKind(control: Component, kind: string): void {
  const { type: _type, rows: _rows, ...rest } = control.getAttributes();
  const isInput = kind !== "textarea" && kind !== "select";
  const definition = isInput
    ? { type: "input", tagName: "input", attributes: { ...rest, type: kind } }
    : { type: kind, tagName: kind, attributes: kind === "textarea" ? { ...rest, rows: "4" } : rest };
  const [made] = control.replaceWith(definition);
  if (made && kind === "select") setOptions(made, "First\nSecond");
}

export function fieldSettings(field: Component): Setting[] {
  const control = controlOf(field);
  if (!control) return [];
  const label = field === control ? undefined : labelOf(field);
  const kind = tagOf(control) === "input" ? attribute(control, "type") || "text" : tagOf(control);
  const isList = kind === "select";
  return [
    ...(label ? [labelSetting(label)] : []),
    ...(fieldKinds.some(([one]) => one === kind)
      ? [
          {
            kind: "choice",
            label: "Kind",
            options: fieldKinds,
            get: () => kind,
            set: (value: string) => changeKind(control, value),
          } satisfies Setting,
        ]
      : []),
    {
      kind: "tick",
      label: "Must be filled in",
      get: () => hasFlag(control, "required"),
      set: (on) => setFlag(control, "required", on),
    },
    isList
      ? {
          kind: "long",
          label: "Choices, one a line",
          get: () => optionsOf(control),
          set: (lines) => setOptions(control, lines),
        }
      : textAttribute(control, "placeholder", "Example shown inside"),
    textAttribute(control, "name", "Stored as", "The name of this field in leads and exports."),
  ];
}

const labelSetting = (label: Component): Setting => ({
  kind: "text",
  label: "Question",
  get: () => textOf(label).trim(),
  set: (value) => setText(label, value.trim()),
});

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
  ];
}
