import {
  attributeOf,
  descendants,
  inputType,
  isConsent,
  isField,
  isSubmit,
  textIn,
  waysOut,
} from "./component-tree";
import { phoneRules } from "./countries";
import { readCondition } from "./field-condition";
import { groupLabel, labelOf } from "./field-labels";
import { acceptOf } from "./file-endings";
import {
  consentFieldPrefix,
  type FieldDefinition,
  type FieldOption,
  type FieldType,
  type FileKind,
  type FormDefinition,
  type FormDownload,
  type FormNext,
  fileKinds,
  fileLimits,
} from "./form-definition";
import { layoutOf } from "./form-layout";
import { formNext } from "./form-next";
import { stepsOf, stepTitle } from "./form-steps";
import type { PageDocument } from "./page-document";
import { type ProjectComponent, rootOf } from "./project";

/** The forms of a page, in order, as visitors will meet them. */
export function listForms(document: PageDocument): FormDefinition[] {
  return waysOut(rootOf(document.project)).map(({ way }, index) => defineForm(way, index + 1));
}

/** The form, and the elements from it out to the root. */
function defineForm(way: readonly ProjectComponent[], position: number): FormDefinition {
  const [form = {}] = way;
  const name = attributeOf(form, "data-name") ?? attributeOf(form, "aria-label") ?? "";
  const button = submitLabel(form);
  return {
    nodeKey: attributeOf(form, "data-form") ?? `form-${position}`,
    name: (name.trim() || headingOf(way) || button || `Form ${position}`).slice(0, 200),
    fields: defineFields(form),
    submitLabel: button,
    next: nextOf(form),
    ...extrasOf(form),
  };
}

const isHeading = (node: ProjectComponent): boolean => /^h[1-4]$/.test(node.tagName ?? "");
const mostOfHeading = 80;

/** The words above a form without a name of its own: those in the nearest box around it that has some. */
function headingOf(way: readonly ProjectComponent[]): string {
  // The page itself only for a form that stands directly on it: elsewhere its headings are of other parts.
  for (const [index, box] of way.slice(0, Math.max(2, way.length - 1)).entries()) {
    const inside = descendants(box);
    const until = index === 0 ? inside.length : inside.indexOf(way[0] as ProjectComponent);
    const headings = inside.slice(0, until).filter(isHeading);
    const text = textIn((index === 0 ? headings[0] : headings.at(-1)) ?? {}).trim();
    if (text) return text.slice(0, mostOfHeading);
  }
  return "";
}

/** Only what a form has: definitions of plain forms stay as they were. */
function extrasOf(form: ProjectComponent): Partial<FormDefinition> {
  const steps = stepsOf(form);
  const download = downloadOf(form);
  return {
    ...(steps.length > 0 ? { steps: steps.map(stepTitle) } : {}),
    ...(download ? { download } : {}),
    ...(attributeOf(form, "data-remember") !== undefined ? { remember: true } : {}),
  };
}

function downloadOf(form: ProjectComponent): FormDownload | undefined {
  const fileId = attributeOf(form, "data-download") ?? "";
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(fileId)) return undefined;
  const by = attributeOf(form, "data-download-by");
  return { fileId, by: by === "mail" || by === "both" ? by : "page" };
}

function submitLabel(form: ProjectComponent): string {
  const button = descendants(form).find(isSubmit);
  if (!button) return "";
  const text =
    button.tagName === "input"
      ? attributeOf(button, "value")
      : textIn(button) || attributeOf(button, "aria-label");
  return (text?.trim() ?? "").slice(0, 200);
}

const nextOf = (form: ProjectComponent): FormNext =>
  formNext({
    url: attributeOf(form, "data-next-url"),
    path: attributeOf(form, "data-next-path"),
    text: attributeOf(form, "data-next-message"),
  });

function defineFields(form: ProjectComponent): FieldDefinition[] {
  const groups = new Map<string, ProjectComponent[]>();
  for (const field of descendants(form).filter(isField)) {
    const name = attributeOf(field, "name");
    if (!name || attributeOf(field, "disabled") !== undefined) continue;
    groups.set(name, [...(groups.get(name) ?? []), field]);
  }
  const layout = layoutOf(form);
  const steps = stepsOf(form);
  const earlier = new Set<string>();
  return Array.from(groups, ([name, fields]) => {
    const [first = {}] = fields;
    const around = [first, ...layout.around(first)];
    const help = layout.help.get(name);
    const field = dropUndefined({
      ...defineField(form, name, fields),
      help: help && textIn(help).slice(0, 500),
      ...conditionsOf(around, earlier),
      inStep: stepIndex(steps, around),
    });
    earlier.add(name);
    return field;
  });
}

/** Conditions look back only, so that they can be decided from top to bottom, here and in the browser. */
function conditionsOf(around: readonly ProjectComponent[], earlier: ReadonlySet<string>) {
  const read = (effect: "show" | "require") =>
    around.flatMap((node) => {
      const condition = readCondition((name) => attributeOf(node, name), effect);
      return condition && earlier.has(condition.field) ? [condition] : [];
    });
  const shownIf = read("show");
  return { shownIf: shownIf.length > 0 ? shownIf : undefined, requiredIf: read("require")[0] };
}

function stepIndex(steps: readonly ProjectComponent[], around: readonly ProjectComponent[]) {
  const index = steps.findIndex((step) => around.includes(step));
  return index < 0 ? undefined : index;
}

function defineField(form: ProjectComponent, name: string, fields: ProjectComponent[]): Undroppable {
  const [first = {}] = fields;
  const type = fieldType(first, fields.length);
  const isChoice = type === "radio" || type === "checkboxes";
  const label = (isChoice ? groupLabel(form, first) : labelOf(form, first)) || fallbackLabel(first, name);
  const purpose = type === "consent" ? name.slice(consentFieldPrefix.length) : undefined;
  const isMany = attributeOf(first, "multiple") !== undefined;
  return {
    name,
    label: label.slice(0, 500),
    type,
    required: fields.some(
      (field) =>
        attributeOf(field, "required") !== undefined || attributeOf(field, "data-required") !== undefined,
    ),
    options: isChoice
      ? fields.map((field) => optionOf(form, field))
      : type === "select"
        ? selectOptions(first)
        : undefined,
    multiple: type === "checkboxes" || (isMany && type !== "file") || undefined,
    placeholder: attributeOf(first, "placeholder"),
    autocomplete: attributeOf(first, "autocomplete"),
    minLength: wholeNumber(attributeOf(first, "minlength")),
    maxLength: wholeNumber(attributeOf(first, "maxlength")),
    min: attributeOf(first, "min"),
    max: attributeOf(first, "max"),
    step: type === "number" ? attributeOf(first, "step") : undefined,
    value:
      type === "hidden" || type === "checkbox"
        ? (attributeOf(first, "value") ?? (type === "checkbox" ? "on" : ""))
        : undefined,
    fromUrl: type === "hidden" ? parameterName(attributeOf(first, "data-from-url")) : undefined,
    purpose,
    wording: type === "consent" ? label : undefined,
    ...(type === "tel" ? phoneRules((name) => attributeOf(first, name)) : {}),
    ...(type === "file" ? fileRules(first, isMany) : {}),
  };
}

const parameterName = (text: string | undefined): string | undefined =>
  text && /^[A-Za-z][\w.-]{0,59}$/.test(text) ? text : undefined;

/** What a given page asked for by endings or types of files. */
const kindsOf = (accept: string): FileKind[] =>
  fileKinds.filter((kind) => {
    const endings = acceptOf([kind]).split(",");
    return accept
      .toLowerCase()
      .split(/[\s,]+/)
      .some(
        (part) => endings.includes(part) || part.startsWith(`${kind}/`) || part === `application/${kind}`,
      );
  });

const isFileKind = (text: string): text is FileKind => (fileKinds as readonly string[]).includes(text);

function fileRules(field: ProjectComponent, isMany: boolean): Undroppable {
  const written = (attributeOf(field, "data-accept") ?? "").split(/[\s,]+/).filter(isFileKind);
  const accept = written.length > 0 ? written : kindsOf(attributeOf(field, "accept") ?? "");
  const megabytes = Number(attributeOf(field, "data-max-mb"));
  return {
    accept: accept.length > 0 ? accept : ["pdf", "image", "document"],
    maxBytes:
      megabytes > 0 ? Math.min(Math.round(megabytes * 1024 * 1024), fileLimits.bytes) : fileLimits.bytes,
    maxFiles: isMany ? fileLimits.files : 1,
  };
}

type Undroppable = { [Key in keyof FieldDefinition]?: FieldDefinition[Key] | undefined };

const dropUndefined = (field: Undroppable): FieldDefinition =>
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
  file: "file",
};

function fieldType(field: ProjectComponent, count: number): FieldType {
  if (field.tagName === "select" || field.tagName === "textarea") return field.tagName;
  if (isConsent(field)) return "consent";
  if (inputType(field) === "checkbox") return count > 1 ? "checkboxes" : "checkbox";
  return typesOfInput[inputType(field)] ?? "text";
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
