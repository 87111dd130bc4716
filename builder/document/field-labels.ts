import { attributeOf, childrenOf, descendants, isField, isLabel, textIn } from "./component-tree";
import type { ProjectComponent } from "./project";

export function labelOf(form: ProjectComponent, field: ProjectComponent): string {
  const id = attributeOf(field, "id");
  const labels = descendants(form).filter(isLabel);
  const bound = labels.filter((label) => id && attributeOf(label, "for") === id);
  const around = labels.filter((label) => descendants(label).includes(field));
  const texts = [...new Set([...bound, ...around])].map((label) => textIn(label, isField)).filter(Boolean);
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
export function groupLabel(form: ProjectComponent, field: ProjectComponent): string {
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
