import type { ProjectComponent, ProjectStyle } from "./project";

type RawClass = string | { name?: string; type?: number };

function nameOf(one: RawClass): string {
  if (typeof one === "string") return one.replace(/^\./, "");
  return one.type === 2 ? `#${one.name ?? ""}` : (one.name ?? "").replace(/^\./, "");
}

export const nodesIn = (node: ProjectComponent): ProjectComponent[] => [
  node,
  ...(node.components ?? []).flatMap(nodesIn),
];

/** Rules that speak of a class or an id of the part; those for bare tags and the tokens belong to the page. */
export function stylesOfPart(part: ProjectComponent, styles: readonly ProjectStyle[]): ProjectStyle[] {
  const nodes = nodesIn(part);
  const classes = new Set(nodes.flatMap((node) => ((node.classes ?? []) as RawClass[]).map(nameOf)));
  const ids = new Set(nodes.map((node) => node.attributes?.id).filter(Boolean));
  const isOwn = (raw: unknown) => {
    const name = nameOf(raw as RawClass);
    return name.startsWith("#") ? ids.has(name.slice(1)) : classes.has(name);
  };
  const mentions = (selector: string) => {
    const found = [...selector.matchAll(/([.#])((?:[\w-]|\\.)+)/g)];
    return found.length > 0 && found.every(([, kind, name = ""]) => (kind === "#" ? ids : classes).has(name));
  };
  return styles.filter((style) => {
    if (style.atRuleType === "keyframes" || style.atRuleType === "font-face") return true;
    const selectors = Array.isArray(style.selectors) ? style.selectors : [];
    if (selectors.length > 0) return selectors.every(isOwn);
    return (style.selectorsAdd ?? "").split(",").some(mentions);
  });
}
