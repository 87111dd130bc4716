import {
  attributeOf,
  childrenOf,
  descendants,
  inputType,
  isConsent,
  isField,
  isForm,
  isLabel,
  isText,
  removeAttribute,
  setAttribute,
} from "./component-tree";
import { DocumentError } from "./document-error";
import { labelOf } from "./field-labels";
import { tokenFieldName, trapFieldName } from "./form-definition";
import { layoutOf } from "./form-layout";
import type { ProjectComponent } from "./project";
import type { Report } from "./style-rules";

const slug = (text: string, separator: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, separator)
    .replace(/^[-_]+|[-_]+$/g, "")
    .slice(0, 50);

/** Hands out names that are not taken yet, numbering repeats. */
class FreeNames {
  readonly #next = new Map<string, number>();
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  take(wanted: string, separator: string): string {
    let name = wanted;
    let count = this.#next.get(wanted) ?? 2;
    for (; this.#taken.has(name); count += 1) name = `${wanted}${separator}${count}`;
    this.#next.set(wanted, count);
    this.#taken.add(name);
    return name;
  }
}

/** Gives every form its stable key, in document order; a copied form gets a key of its own. */
export function keyForms(root: ProjectComponent): void {
  const names = new FreeNames();
  for (const form of descendants(root).filter(isForm)) {
    const written = attributeOf(form, "data-form") ?? "";
    const wanted = /^[a-z0-9][a-z0-9-]{0,49}$/.test(written)
      ? written
      : slug(attributeOf(form, "id") ?? attributeOf(form, "name") ?? "", "-") || "form";
    setAttribute(form, "data-form", names.take(wanted, "-"));
    const name = attributeOf(form, "name");
    if (name && !attributeOf(form, "data-name")) setAttribute(form, "data-name", name);
    removeAttribute(form, "name");
  }
}

/** Makes ids unique; labels and descriptions in the same form follow a renamed field. */
export function uniqueIds(root: ProjectComponent): void {
  const names = new FreeNames();
  const visit = (node: ProjectComponent, renamed: Map<string, string> | undefined) => {
    const id = attributeOf(node, "id");
    const free = id && names.take(id, "-");
    if (id && free && free !== id) {
      setAttribute(node, "id", free);
      if (!renamed?.has(id)) renamed?.set(id, free);
    }
    for (const child of childrenOf(node).filter((one) => !isText(one))) {
      const inner = isForm(child) ? new Map<string, string>() : renamed;
      visit(child, inner);
      if (isForm(child) && inner && inner.size > 0) follow(child, inner);
    }
  };
  visit(root, undefined);
}

function follow(form: ProjectComponent, renamed: Map<string, string>): void {
  for (const node of descendants(form)) {
    for (const name of ["for", "list", "aria-describedby", "aria-labelledby"]) {
      const to = renamed.get(attributeOf(node, name) ?? "");
      if (to) setAttribute(node, name, to);
    }
  }
}

function nameFields(form: ProjectComponent, report: Report): void {
  const fields = descendants(form).filter(isField);
  const names = new FreeNames(fields.map((field) => attributeOf(field, "name") ?? ""));
  for (const field of fields) {
    const name = attributeOf(field, "name")?.trim().slice(0, 100);
    if (name === tokenFieldName || name === trapFieldName) {
      removeAttribute(field, "name");
      report(`Field ${name}`, "This name belongs to the form's own protection.");
    } else if (name) {
      setAttribute(field, "name", name);
      continue;
    }
    const hint = attributeOf(field, "id") ?? attributeOf(field, "placeholder") ?? "";
    const type = inputType(field);
    const wanted = /^(?:email|tel)$/.test(type) ? type : slug(hint, "_") || "field";
    setAttribute(field, "name", names.take(wanted, "_"));
  }
}

const isBindable = (node: ProjectComponent): boolean => isField(node) && inputType(node) !== "hidden";

/** The id of a field; it gets one when it has none. */
function idOf(field: ProjectComponent, form: ProjectComponent, ids: FreeNames): string {
  const id =
    attributeOf(field, "id") ??
    ids.take(`${attributeOf(form, "data-form")}-${slug(attributeOf(field, "name") ?? "field", "-")}`, "-");
  setAttribute(field, "id", id);
  return id;
}

/** Binds each label without a partner to the next field after it within the same box. */
function bindLabels(
  scope: ProjectComponent,
  form: ProjectComponent,
  present: Set<string>,
  ids: FreeNames,
): void {
  const children = childrenOf(scope);
  for (const [index, child] of children.entries()) {
    if (isText(child)) continue;
    if (!isLabel(child)) {
      bindLabels(child, form, present, ids);
      continue;
    }
    const wrapped = descendants(child).find(isBindable);
    if (wrapped) {
      // Beside a telephone field stands a list of countries, which would take the label for itself.
      if (attributeOf(wrapped, "data-countries") === undefined) removeAttribute(child, "for");
      else setAttribute(child, "for", idOf(wrapped, form, ids));
      continue;
    }
    const partner = attributeOf(child, "for");
    if (partner && present.has(partner)) continue;
    const next = children.slice(index + 1).find((node) => !isText(node));
    const field = next && [next, ...descendants(next)].find(isBindable);
    if (!field) continue;
    setAttribute(child, "for", idOf(field, form, ids));
  }
}

/** Explanations are read out with their field. */
function bindHelp(form: ProjectComponent, ids: FreeNames): void {
  const { help } = layoutOf(form);
  if (help.size === 0) return;
  for (const field of descendants(form).filter(isBindable)) {
    const name = attributeOf(field, "name") ?? "";
    const node = help.get(name);
    if (!node) continue;
    const id =
      attributeOf(node, "id") ?? ids.take(`${attributeOf(form, "data-form")}-${slug(name, "-")}-help`, "-");
    setAttribute(node, "id", id);
    setAttribute(field, "aria-describedby", id);
  }
}

const maxFields = 300;

function refuseTooMany(all: ProjectComponent[]): void {
  if (all.filter(isField).length > maxFields || all.filter(isForm).length > 50) {
    throw new DocumentError("too_many_fields", "", `A page has at most 50 forms and ${maxFields} fields.`);
  }
}

/** Names, labels and consent boxes of every form, so that what is stored is what will be asked. */
export function bindFields(root: ProjectComponent, report: Report): void {
  const all = descendants(root);
  const ids = new FreeNames(all.map((node) => attributeOf(node, "id") ?? ""));
  refuseTooMany(all);
  for (const form of all.filter(isForm)) {
    nameFields(form, report);
    bindLabels(form, form, new Set(descendants(form).map((node) => attributeOf(node, "id") ?? "")), ids);
    bindHelp(form, ids);
    for (const box of descendants(form).filter(isConsent)) {
      if (attributeOf(box, "checked") === undefined) continue;
      removeAttribute(box, "checked");
      report(
        `Ticked box "${(labelOf(form, box) || (attributeOf(box, "name") ?? "")).slice(0, 60)}"`,
        "Consent counts only when the person ticks the box.",
      );
    }
  }
}
