import { attributeOf, childrenOf, descendants, isField, isText } from "./component-tree";
import type { ProjectComponent } from "./project";

/** How the parts of a form stand around each other. */
export interface FormLayout {
  /** Elements around a part inside the form, the nearest first. */
  around(node: ProjectComponent): ProjectComponent[];
  /** The explanation (data-help) that stands with the one field of a box, by the field's name. */
  help: ReadonlyMap<string, ProjectComponent>;
}

export function layoutOf(form: ProjectComponent): FormLayout {
  const parents = new Map<ProjectComponent, ProjectComponent>();
  const link = (node: ProjectComponent): void => {
    for (const child of childrenOf(node)) {
      if (isText(child)) continue;
      parents.set(child, node);
      link(child);
    }
  };
  link(form);
  const around = (node: ProjectComponent): ProjectComponent[] => {
    const way: ProjectComponent[] = [];
    for (let at = parents.get(node); at && at !== form; at = parents.get(at)) way.push(at);
    return way;
  };
  const all = descendants(form);
  const names = new Map<ProjectComponent, Set<string>>();
  for (const field of all.filter(isField)) {
    for (const box of around(field)) {
      const inside = names.get(box) ?? new Set();
      names.set(box, inside.add(attributeOf(field, "name") ?? ""));
    }
  }
  const help = new Map<string, ProjectComponent>();
  for (const node of all.filter((one) => attributeOf(one, "data-help") !== undefined)) {
    const inside = around(node)
      .map((box) => names.get(box))
      .find((found) => found !== undefined);
    const [name] = inside ?? [];
    if (name && inside?.size === 1 && !help.has(name)) help.set(name, node);
  }
  return { around, help };
}
