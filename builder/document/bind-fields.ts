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
  textIn,
} from "./component-tree";
import { tokenFieldName, trapFieldName } from "./form-definition";
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

function unused(wanted: string, taken: Set<string>, separator: string): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}${separator}${count}`;
  taken.add(name);
  return name;
}

/** Gives every form its stable key, in document order; a copied form gets a key of its own. */
export function keyForms(root: ProjectComponent): void {
  const taken = new Set<string>();
  for (const form of descendants(root).filter(isForm)) {
    const written = attributeOf(form, "data-form") ?? "";
    const wanted = /^[a-z0-9][a-z0-9-]{0,49}$/.test(written)
      ? written
      : slug(attributeOf(form, "id") ?? attributeOf(form, "name") ?? "", "-") || "form";
    setAttribute(form, "data-form", unused(wanted, taken, "-"));
    const name = attributeOf(form, "name");
    if (name && !attributeOf(form, "data-name")) setAttribute(form, "data-name", name);
    removeAttribute(form, "name");
  }
}

/** Makes ids unique; labels and descriptions in the same form follow a renamed field. */
export function uniqueIds(root: ProjectComponent): void {
  const taken = new Set<string>();
  const visit = (
    node: ProjectComponent,
    form: ProjectComponent | undefined,
    renamed: Map<string, string>,
  ) => {
    const id = attributeOf(node, "id");
    const free = id && unused(id, taken, "-");
    if (id && free && free !== id) {
      setAttribute(node, "id", free);
      if (form) renamed.set(id, free);
    }
    for (const child of childrenOf(node).filter((one) => !isText(one))) {
      const inner = isForm(child) ? new Map<string, string>() : renamed;
      visit(child, isForm(child) ? child : form, inner);
      if (isForm(child)) for (const [from, to] of inner) follow(child, from, to);
    }
  };
  visit(root, undefined, new Map());
}

function follow(form: ProjectComponent, from: string, to: string): void {
  for (const node of descendants(form)) {
    for (const name of ["for", "list", "aria-describedby", "aria-labelledby"]) {
      if (attributeOf(node, name) === from) setAttribute(node, name, to);
    }
  }
}

function nameFields(form: ProjectComponent, report: Report): void {
  const fields = descendants(form).filter(isField);
  const taken = new Set(fields.map((field) => attributeOf(field, "name") ?? ""));
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
    setAttribute(field, "name", unused(wanted, taken, "_"));
  }
}

const isBindable = (node: ProjectComponent): boolean => isField(node) && inputType(node) !== "hidden";

/** Binds each label without a partner to the next field after it within the same box. */
function bindLabels(scope: ProjectComponent, form: ProjectComponent, ids: Set<string>): void {
  const children = childrenOf(scope);
  for (const [index, child] of children.entries()) {
    if (isText(child)) continue;
    if (!isLabel(child)) {
      bindLabels(child, form, ids);
      continue;
    }
    if (descendants(child).some(isBindable)) {
      removeAttribute(child, "for");
      continue;
    }
    const partner = attributeOf(child, "for");
    if (partner && descendants(form).some((node) => attributeOf(node, "id") === partner)) continue;
    const next = children.slice(index + 1).find((node) => !isText(node));
    const field = next && [next, ...descendants(next)].find(isBindable);
    if (!field) continue;
    const id =
      attributeOf(field, "id") ??
      unused(
        `${attributeOf(form, "data-form")}-${slug(attributeOf(field, "name") ?? "field", "-")}`,
        ids,
        "-",
      );
    setAttribute(field, "id", id);
    setAttribute(child, "for", id);
  }
}

/** Names, labels and consent boxes of every form, so that what is stored is what will be asked. */
export function bindFields(root: ProjectComponent, report: Report): void {
  const all = descendants(root);
  const ids = new Set(all.map((node) => attributeOf(node, "id") ?? ""));
  for (const form of all.filter(isForm)) {
    nameFields(form, report);
    bindLabels(form, form, ids);
    for (const box of descendants(form).filter(isConsent)) {
      if (attributeOf(box, "checked") === undefined) continue;
      removeAttribute(box, "checked");
      report(
        `Ticked box "${textIn(form).slice(0, 60)}"`,
        "Consent counts only when the person ticks the box.",
      );
    }
  }
}
