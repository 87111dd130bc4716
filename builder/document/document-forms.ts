import {
  attributeOf,
  childrenOf,
  descendants,
  inputType,
  isConsent,
  isField,
  isForm,
  isLabel,
  isSubmit,
  textIn,
} from "./component-tree";
import {
  consentFieldPrefix,
  type FieldDefinition,
  type FieldOption,
  type FieldType,
  type FormDefinition,
  type FormNext,
} from "./form-definition";
import type { PageDocument } from "./page-document";
import { type ProjectComponent, rootOf } from "./project";
import { safeLink } from "./safe-url";

const defaultThankYou = "Thank you. What you sent has arrived.";

/** The forms of a page, in order, as visitors will meet them. */
export function listForms(document: PageDocument): FormDefinition[] {
  return descendants(rootOf(document.project))
    .filter(isForm)
    .map((form, index) => defineForm(form, index + 1));
}

function defineForm(form: ProjectComponent, position: number): FormDefinition {
  const name = attributeOf(form, "data-name") ?? attributeOf(form, "aria-label") ?? "";
  return {
    nodeKey: attributeOf(form, "data-form") ?? `form-${position}`,
    name: (name.trim() || `Form ${position}`).slice(0, 200),
    fields: defineFields(form),
    submitLabel: submitLabel(form),
    next: nextOf(form),
  };
}

function submitLabel(form: ProjectComponent): string {
  const button = descendants(form).find(isSubmit);
  if (!button) return "Send";
  const text =
    button.tagName === "input"
      ? attributeOf(button, "value")
      : textIn(button) || attributeOf(button, "aria-label");
  return (text?.trim() || "Send").slice(0, 200);
}

/** Where a visitor goes after sending: data-next-url, data-next-path or data-next-message of the form. */
function nextOf(form: ProjectComponent): FormNext {
  const url = safeLink(attributeOf(form, "data-next-url") ?? "");
  if (url && /^https?:/i.test(url)) return { kind: "redirect", url };
  const path = attributeOf(form, "data-next-path") ?? "";
  if (/^\/(?![/\\])\S{0,199}$/.test(path)) return { kind: "page", path };
  const text = attributeOf(form, "data-next-message")?.trim();
  return { kind: "message", text: (text || defaultThankYou).slice(0, 1000) };
}

function defineFields(form: ProjectComponent): FieldDefinition[] {
  const groups = new Map<string, ProjectComponent[]>();
  for (const field of descendants(form).filter(isField)) {
    const name = attributeOf(field, "name");
    if (!name || attributeOf(field, "disabled") !== undefined) continue;
    groups.set(name, [...(groups.get(name) ?? []), field]);
  }
  return Array.from(groups, ([name, fields]) => defineField(form, name, fields));
}

function defineField(form: ProjectComponent, name: string, fields: ProjectComponent[]): FieldDefinition {
  const [first = {}] = fields;
  const type = fieldType(first, fields.length);
  const isChoice = type === "radio" || type === "checkboxes";
  const label = (isChoice ? groupLabel(form, first) : labelOf(form, first)) || fallbackLabel(first, name);
  const purpose = type === "consent" ? name.slice(consentFieldPrefix.length) : undefined;
  return dropUndefined({
    name,
    label: label.slice(0, 500),
    type,
    required: fields.some((field) => attributeOf(field, "required") !== undefined),
    options: isChoice
      ? fields.map((field) => optionOf(form, field))
      : type === "select"
        ? selectOptions(first)
        : undefined,
    multiple: type === "checkboxes" || attributeOf(first, "multiple") !== undefined || undefined,
    placeholder: attributeOf(first, "placeholder"),
    autocomplete: attributeOf(first, "autocomplete"),
    maxLength: wholeNumber(attributeOf(first, "maxlength")),
    min: attributeOf(first, "min"),
    max: attributeOf(first, "max"),
    value:
      type === "hidden" || type === "checkbox"
        ? (attributeOf(first, "value") ?? (type === "checkbox" ? "on" : ""))
        : undefined,
    purpose,
    wording: type === "consent" ? label : undefined,
  });
}

const dropUndefined = (
  field: { [Key in keyof FieldDefinition]: FieldDefinition[Key] | undefined },
): FieldDefinition =>
  Object.fromEntries(
    Object.entries(field).filter((pair) => pair[1] !== undefined),
  ) as unknown as FieldDefinition;

const wholeNumber = (text: string | undefined): number | undefined =>
  text && /^\d{1,7}$/.test(text) ? Number(text) : undefined;

const typesOfInput: Partial<Record<string, FieldType>> = {
  email: "email",
  tel: "tel",
  number: "number",
  range: "number",
  date: "date",
  url: "url",
  hidden: "hidden",
  password: "password",
  radio: "radio",
};

function fieldType(field: ProjectComponent, count: number): FieldType {
  if (field.tagName === "select" || field.tagName === "textarea") return field.tagName;
  if (isConsent(field)) return "consent";
  if (inputType(field) === "checkbox") return count > 1 ? "checkboxes" : "checkbox";
  return typesOfInput[inputType(field)] ?? "text";
}

function labelOf(form: ProjectComponent, field: ProjectComponent): string {
  const id = attributeOf(field, "id");
  const labels = descendants(form).filter(isLabel);
  const bound = labels.filter((label) => id && attributeOf(label, "for") === id);
  const around = labels.filter((label) => descendants(label).includes(field));
  const texts = [...bound, ...around].map((label) => textIn(label, isField)).filter(Boolean);
  return texts.join(" ") || (attributeOf(field, "aria-label") ?? labelledBy(form, field)).trim();
}

function labelledBy(form: ProjectComponent, field: ProjectComponent): string {
  const ids = (attributeOf(field, "aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  const all = descendants(form);
  return ids
    .map((id) => all.find((node) => attributeOf(node, "id") === id))
    .map((node) => (node ? textIn(node) : ""))
    .join(" ");
}

/** The legend of the fieldset around a group, else the label of its first choice. */
function groupLabel(form: ProjectComponent, field: ProjectComponent): string {
  const sets = descendants(form).filter(
    (node) => node.tagName === "fieldset" && descendants(node).includes(field),
  );
  const nearest = sets.at(-1);
  const legend = nearest && childrenOf(nearest).find((child) => child.tagName === "legend");
  if (legend) return textIn(legend);
  const groups = descendants(form).filter(
    (node) =>
      /^(?:group|radiogroup)$/.test(attributeOf(node, "role") ?? "") && descendants(node).includes(field),
  );
  const group = groups.at(-1);
  return group ? (attributeOf(group, "aria-label") ?? labelledBy(form, group)) : "";
}

const fallbackLabel = (field: ProjectComponent, name: string): string =>
  attributeOf(field, "placeholder")?.trim() || attributeOf(field, "title")?.trim() || name;

function optionOf(form: ProjectComponent, field: ProjectComponent): FieldOption {
  const value = attributeOf(field, "value") ?? "on";
  return { value, label: labelOf(form, field) || value };
}

const selectOptions = (select: ProjectComponent): FieldOption[] =>
  descendants(select)
    .filter((node) => node.tagName === "option" && attributeOf(node, "disabled") === undefined)
    .map((node) => {
      const label = attributeOf(node, "label") ?? textIn(node);
      return { value: attributeOf(node, "value") ?? textIn(node), label };
    });
