import type { ProjectComponent, ProjectStyle } from "./project";

/** CSS pixels of a length, or of the first (or last) one inside min(), clamp() and the like. */
export function lengthIn(value: string, which: "first" | "last" = "first"): number | undefined {
  const all = [...value.matchAll(/(\d*\.?\d+)(px|rem|em)\b/g)];
  const found = which === "first" ? all[0] : all.at(-1);
  return found && Number(found[1]) * (found[2] === "px" ? 1 : 16);
}

/** What the plain rules of a page say of an element: those that name one class, or a picture inside one. */
export interface RuleFinder {
  value(node: ProjectComponent, property: string): string | undefined;
  length(node: ProjectComponent, property: string): number | undefined;
  /** Of a picture, by its own classes, those around it, or as any picture of the page. */
  picture(node: ProjectComponent, parents: ProjectComponent[], property: string): string | undefined;
}

/** Rules for wide screens count, those for narrow ones and for print do not. */
const isForWide = ({ atRuleType, mediaText = "" }: ProjectStyle): boolean =>
  !atRuleType || (atRuleType === "media" && /min-width|>=/.test(mediaText) && !/max-width|</.test(mediaText));

const pictureSelector = /^(?:\.([\w-]+)\s+)?img$/;

export function bareRules(styles: ProjectStyle[], themeWidth: number | undefined): RuleFinder {
  const byName = new Map<string, ProjectStyle["style"]>();
  const add = (name: string, style: ProjectStyle["style"]) =>
    byName.set(name, { ...byName.get(name), ...style });
  for (const rule of styles) {
    if (!isForWide(rule) || rule.state) continue;
    if (rule.selectors.length === 1 && rule.selectors[0]) add(rule.selectors[0], rule.style);
    for (const selector of (rule.selectorsAdd ?? "").split(",")) {
      const found = pictureSelector.exec(selector.trim());
      if (found) add(`${found[1] ?? ""} img`, rule.style);
    }
  }
  const statedIn = (names: readonly string[], property: string): string | undefined => {
    for (const name of names) {
      const value = byName.get(name)?.[property];
      if (value !== undefined) return Array.isArray(value) ? value.at(-1) : value;
    }
    return undefined;
  };
  const namesOf = ({ attributes, classes }: ProjectComponent): string[] => [
    ...(attributes?.id ? [`#${attributes.id}`] : []),
    ...(classes ?? []).toReversed(),
  ];
  const value = (node: ProjectComponent, property: string) => statedIn(namesOf(node), property);
  return {
    value,
    length(node, property) {
      const found = value(node, property);
      if (!found || /%$/.test(found)) return undefined;
      return found.includes("var(--width)") ? themeWidth && themeWidth * 16 : lengthIn(found);
    },
    picture(node, parents, property) {
      const around = parents.flatMap(({ classes }) => classes ?? []).map((name) => `${name} img`);
      return statedIn([...namesOf(node), ...around, " img"], property);
    },
  };
}
