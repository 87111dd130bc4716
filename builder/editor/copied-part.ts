import {
  type Project,
  type ProjectComponent,
  type ProjectStyle,
  projectOf,
  rootOf,
} from "../document/project";

/** What is in the clipboard: a page with one part, so that the sanitiser of pages reads it. */
export interface CopiedPart {
  foyer: "part";
  /** Whether it stood directly on the page. */
  isSection: boolean;
  copiedAt: number;
  project: Project;
}

const partsIn = (node: ProjectComponent): ProjectComponent[] => [
  node,
  ...(node.components ?? []).flatMap(partsIn),
];

type RawClass = string | { name?: string };
const nameOf = (one: RawClass): string =>
  (typeof one === "string" ? one : (one.name ?? "")).replace(/^\./, "");

/** Rules that speak of a class or an id of the part; those for bare tags belong to the page. */
export function stylesOf(part: ProjectComponent, styles: readonly ProjectStyle[]): ProjectStyle[] {
  const nodes = partsIn(part);
  const classes = new Set(nodes.flatMap((node) => ((node.classes ?? []) as RawClass[]).map(nameOf)));
  const ids = new Set(nodes.map((node) => node.attributes?.id).filter(Boolean));
  const isOwn = (raw: unknown) => {
    const name = nameOf(raw as RawClass);
    return name.startsWith("#") ? ids.has(name.slice(1)) : classes.has(name);
  };
  const words = (text: string) => [...text.matchAll(/([.#])((?:[\w-]|\\.)+)/g)];
  const mentions = (selector: string) => {
    const found = words(selector);
    return found.length > 0 && found.every(([, kind, name = ""]) => (kind === "#" ? ids : classes).has(name));
  };
  return styles.filter((style) => {
    if (style.atRuleType === "keyframes" || style.atRuleType === "font-face") return true;
    const selectors = Array.isArray(style.selectors) ? style.selectors : [];
    if (selectors.length > 0) return selectors.every(isOwn);
    return (style.selectorsAdd ?? "").split(",").some(mentions);
  });
}

export const copyOf = (
  part: ProjectComponent,
  styles: readonly ProjectStyle[],
  facts: { isSection: boolean; copiedAt: number },
): CopiedPart => ({
  foyer: "part",
  ...facts,
  project: projectOf({ type: "wrapper", components: [part] }, stylesOf(part, styles)),
});

const maxAgeMs = 24 * 3_600_000;

/** Reads what may be a copied part; anything else, and what lay there for longer than a day, is nothing. */
export function readCopy(text: string | null | undefined, now: number): CopiedPart | undefined {
  if (!text?.startsWith("{") || text.length > 4_000_000) return undefined;
  try {
    const found = JSON.parse(text) as CopiedPart;
    const isFresh = now - Number(found.copiedAt) < maxAgeMs;
    return found.foyer === "part" && isFresh && typeof found.project === "object" ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Gives new ids where the page has them already, in the part and in its rules. */
export function withFreshIds(
  project: Project,
  isTaken: (id: string) => boolean,
  newId: () => string,
): Project {
  const renamed = new Map<string, string>();
  const copy = structuredClone(project);
  for (const node of partsIn(rootOf(copy))) {
    const id = node.attributes?.id;
    if (!id || !isTaken(id)) continue;
    const fresh = newId();
    renamed.set(id, fresh);
    node.attributes = { ...node.attributes, id: fresh };
  }
  if (renamed.size === 0) return copy;
  for (const node of partsIn(rootOf(copy))) {
    for (const name of ["for", "list", "aria-describedby", "aria-labelledby"]) {
      const to = renamed.get(node.attributes?.[name] ?? "");
      if (to) node.attributes = { ...node.attributes, [name]: to };
    }
  }
  for (const style of copy.styles) {
    style.selectors = style.selectors.map((name) =>
      name.startsWith("#") ? `#${renamed.get(name.slice(1)) ?? name.slice(1)}` : name,
    );
  }
  return copy;
}
